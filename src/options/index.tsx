/** The settings page. It shows and saves; the worker decides what they mean. */
import { render } from 'preact';
import { followLook } from '../popup/parts/look.ts';
import { language, t } from '../popup/parts/text.ts';
import { Options } from './options.tsx';
import { loadSettings } from './saved.ts';

document.documentElement.lang = language();
document.documentElement.dir = t('direction');
document.title = t('optionsTitle');

const root = document.getElementById('options');
if (root !== null) {
  followLook();
  render(<Options />, root);
  void loadSettings();
}
