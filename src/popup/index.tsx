/** The popup: takes over the markup that `index.html` has painted, then asks where the session stands. */
import { render } from 'preact';
import { isInTab } from '../platform/own-page.ts';
import { App } from './app.tsx';
import { besidesPopup, loadKeys } from './keys.ts';
import { findOpening } from './opening.ts';
import { afterPaint } from './parts/after-paint.ts';
import { followLook } from './parts/look.ts';
import { language, t } from './parts/text.ts';
import { showFirstScreen } from './screens/home/first-screen.ts';
import { showTab, typeEarly } from './screens/home/home-state.ts';
import { measureAhead } from './screens/home/use-window.ts';
import { loadSaveQuestion } from './screens/save/question.ts';
import { loadManaged, loadStatus, openedOn, watchLock } from './state.ts';
import { followTabs, isPanel } from './tab.ts';
import { keepView, resumeView } from './view.ts';

const lockCheck = 10_000;

document.documentElement.lang = language();
document.documentElement.dir = t('direction');

const root = document.getElementById('app');
if (root !== null) void start(root);

async function start(root: HTMLElement): Promise<void> {
  // The markup of the page stands meanwhile, and its field takes letters.
  const [opening, inTab] = await Promise.all([findOpening().catch(() => null), isInTab()]);
  const early = document.querySelector<HTMLInputElement>('#search')?.value ?? '';
  typeEarly(openedOn?.show === 'search' ? openedOn.query : early);
  if (opening !== null) resumeView(opening);
  const isShown = opening !== null && showFirstScreen(opening);
  measureAhead();
  // Told by the browser and not by the width: a popup is measured at widths it never has.
  document.documentElement.toggleAttribute('data-tab', inTab);
  besidesPopup.value = inTab || isPanel;
  render(<App />, root);
  followLook();
  keepView();
  followTabs(showTab);
  // A worker that starts takes the time of the list that stands there already.
  if (isShown) await afterPaint();
  void loadStatus();
  void loadManaged();
  void loadKeys();
  void loadSaveQuestion();
  setInterval(() => void watchLock(), lockCheck);
}
