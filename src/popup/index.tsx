/** The popup: takes over the markup that `index.html` has painted, then asks where the session stands. */
import { render } from 'preact';
import { App } from './app.tsx';
import { language, t } from './parts/text.ts';
import { finder } from './screens/home/home-state.ts';
import { loadStatus } from './state.ts';

document.documentElement.lang = language();
document.documentElement.dir = t('direction');

const root = document.getElementById('app');
if (root !== null) {
  // Letters typed before this script ran stand in the field already.
  const early = document.querySelector<HTMLInputElement>('#search')?.value ?? '';
  if (early !== '') finder.type(early);
  render(<App />, root);
  void loadStatus();
}
