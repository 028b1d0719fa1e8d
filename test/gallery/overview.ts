/** One page with a frame for each scene. */

import { sceneAddress } from './scene-address.ts';
import { type SceneName, sceneNamed, scenes } from './scenes.ts';

const lang = new URLSearchParams(location.search).get('lang') ?? 'en';
for (const name of Object.keys(scenes) as SceneName[]) {
  const page = sceneNamed(name).page ?? 'popup';
  const figure = document.createElement('figure');
  figure.className = page;
  const caption = document.createElement('figcaption');
  caption.textContent = name;
  const frame = document.createElement('iframe');
  frame.title = name;
  frame.loading = 'lazy';
  frame.src = sceneAddress(page, name, lang);
  figure.append(caption, frame);
  document.body.append(figure);
}
