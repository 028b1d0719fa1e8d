import { Icon } from '../../parts/icon.tsx';
import { t } from '../../parts/text.ts';
import type { Folder } from './lister.ts';

type CrumbsProps = {
  path: Folder['path'];
  /** Null for the list of the vaults. */
  onGo: (to: Folder['path'][number] | null) => void;
};

/** The way from the vaults down to here; each step is a way back. */
export function Crumbs({ path, onGo }: CrumbsProps) {
  const here = path.at(-1);
  return (
    <nav class="crumbs" aria-label={t('crumbsLabel')}>
      <ol>
        <li>
          <button type="button" onClick={() => onGo(null)}>
            {t('vaults')}
          </button>
        </li>
        {path.slice(0, -1).map((step) => (
          <li key={step.folderId}>
            <Icon name="forward" size={12} />
            <button type="button" onClick={() => onGo(step)}>
              <bdi>{step.name || t('nameless')}</bdi>
            </button>
          </li>
        ))}
      </ol>
      <h1 class="title">
        <bdi>{here?.name ?? ''}</bdi>
      </h1>
    </nav>
  );
}
