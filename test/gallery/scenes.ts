/** Every screen in every state. A scene is named as its picture is. */
import type { Scene } from './scene.ts';
import { browseScenes } from './scenes/browse.ts';
import { consentScenes } from './scenes/consent.ts';
import { doorScenes } from './scenes/door.ts';
import { editScenes } from './scenes/edit.ts';
import { generatorScenes } from './scenes/generator.ts';
import { homeScenes } from './scenes/home.ts';
import { inboxScenes } from './scenes/inbox.ts';
import { itemScenes } from './scenes/item.ts';
import { openingScenes } from './scenes/opening.ts';
import { optionsScenes } from './scenes/options.ts';
import { saveScenes } from './scenes/save.ts';

export const scenes = {
  ...openingScenes,
  ...doorScenes,
  ...homeScenes,
  ...itemScenes,
  ...editScenes,
  ...saveScenes,
  ...generatorScenes,
  ...consentScenes,
  ...browseScenes,
  ...inboxScenes,
  ...optionsScenes,
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;

export function sceneNamed(name: string): Scene {
  const all: Record<string, Scene> = scenes;
  const found = all[name];
  if (found === undefined) throw new Error(`no scene ${name}`);
  return found;
}
