import { Mark } from '../popup/parts/mark.tsx';
import { NoticeLine } from '../popup/parts/notice-line.tsx';
import { t } from '../popup/parts/text.ts';
import { AboutSection } from './sections/about.tsx';
import { AccountsSection } from './sections/accounts.tsx';
import { AppearanceSection } from './sections/appearance.tsx';
import { BrowserSection } from './sections/browser.tsx';
import { ClipboardSection } from './sections/clipboard.tsx';
import { DiagnosticsSection } from './sections/diagnostics.tsx';
import { FillSection } from './sections/fill.tsx';
import { GeneratorSection } from './sections/generator.tsx';
import { LockSection } from './sections/lock.tsx';
import { Navigation } from './sections/navigation.tsx';
import { ShortcutsSection } from './sections/shortcuts.tsx';

/** One page, so that the browser finds any word of it; the sections stand as `titles.ts` lists them. */
export function Options() {
  return (
    <div class="options">
      <header class="options-head">
        <Mark size={40} />
        <h1>{t('optionsTitle')}</h1>
      </header>
      <Navigation />
      <main>
        <LockSection />
        <FillSection />
        <ClipboardSection />
        <GeneratorSection />
        <AppearanceSection />
        <ShortcutsSection />
        <BrowserSection />
        <AccountsSection />
        <DiagnosticsSection />
        <AboutSection />
      </main>
      <NoticeLine />
    </div>
  );
}
