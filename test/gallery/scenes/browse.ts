/** Vaults and folders. */
import { browsed } from '../data.ts';
import { bad, fine, ready, type Scene } from '../scene.ts';

const browseVaults = [{ press: '.filter.browse' }] as const;
const browseFolder = [...browseVaults, { press: '.list-title + .list button.row' }] as const;

export const browseScenes = {
  browse: { acts: browseVaults },
  'browse-failed': { answers: { facets: () => bad('server-error') }, acts: browseVaults },
  'browse-empty': {
    answers: { facets: () => fine({ vaults: [], tags: [], colours: [] }) },
    acts: browseVaults,
  },
  'browse-folder': { acts: browseFolder },
  'browse-folder-empty': {
    answers: {
      browse: () => fine({ path: browsed.path, folders: [], rows: [], total: 0, index: ready }),
    },
    acts: browseFolder,
  },
  'browse-folder-gone': { answers: { browse: () => bad('not-found') }, acts: browseFolder },
} as const satisfies Record<string, Scene>;
