import { useState } from 'preact/hooks';
import { type Command, findCommands, openCommandSettings } from '../../platform/commands.ts';
import { Button } from '../../popup/parts/button.tsx';
import { say } from '../../popup/parts/notice.ts';
import { t } from '../../popup/parts/text.ts';
import { useOpened } from '../../popup/parts/use-opened.ts';
import { Keys } from './keys.tsx';
import { Section } from './section.tsx';

/** The browser's keys, which are changed there, and ours. */
export function ShortcutsSection() {
  const [commands, setCommands] = useState<readonly Command[]>([]);

  useOpened(() => {
    const load = () => void findCommands().then(setCommands);
    load();
    // A person comes back from the browser's list with other keys.
    addEventListener('focus', load);
    return () => removeEventListener('focus', load);
  });

  async function change() {
    if (!(await openCommandSettings())) say(t('shortcutsChangeFailed'), { bad: true });
  }

  return (
    <Section id="shortcuts">
      <div class="card">
        <dl class="keys-list" aria-label={t('shortcutsAnywhere')}>
          {commands.map(({ name, description, keys }) => (
            <div key={name}>
              <dt>{name === '_execute_action' ? t('shortcutOpen') : description}</dt>
              <dd>{keys === '' ? t('shortcutNone') : <kbd>{keys}</kbd>}</dd>
            </div>
          ))}
        </dl>
        <div class="setting">
          <p class="words hint">{t('shortcutsChangeHint')}</p>
          <Button onPress={() => void change()}>{t('shortcutsChange')}</Button>
        </div>
      </div>
      <h3>{t('shortcutsInPopup')}</h3>
      <div class="card">
        <Keys />
      </div>
    </Section>
  );
}
