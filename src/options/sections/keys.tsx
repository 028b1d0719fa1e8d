import { type KeyAct, keyActs } from '../../model/settings.ts';
import { keyLabels, keyName } from '../../popup/parts/key-name.ts';
import { say } from '../../popup/parts/notice.ts';
import { t } from '../../popup/parts/text.ts';
import { managed, saveSettings, settings } from '../saved.ts';

/** Keys that mean something in every text field, so that taking them would hurt. */
const kept = ['a', 'v', 'x', 'y', 'z'];

/** Which key does what in the popup, each changed by pressing the new one. */
export function Keys() {
  const current = settings.value?.keys;
  const fixed = managed.value?.settings.includes('keys') ?? false;

  async function set(act: KeyAct, pressed: string) {
    const key = pressed === 'Enter' ? pressed : pressed.toLowerCase();
    if (current === undefined || !/^([a-z0-9]|Enter)$/.test(key)) return;
    if (kept.includes(key)) return say(t('keyKept', keyName(key)), { bad: true });
    const taken = keyActs.find((other) => other !== act && current[other] === key);
    if (taken !== undefined) {
      return say(t('keyTaken', keyName(key), t(keyLabels[taken])), { bad: true });
    }
    await saveSettings({ keys: { ...current, [act]: key } });
  }

  return (
    <>
      <p class="setting hint">{t('keysHint')}</p>
      {keyActs.map((act) => (
        <div class="setting" key={act}>
          <div class="words">
            <label for={`key-${act}`}>{t(keyLabels[act])}</label>
          </div>
          <input
            id={`key-${act}`}
            class="key"
            type="text"
            dir="ltr"
            readOnly
            disabled={current === undefined || fixed}
            value={current === undefined ? '' : keyName(current[act])}
            onKeyDown={(event) => {
              // The keys that lead through the page go on doing so.
              if (event.key === 'Tab' || event.key === 'Escape') return;
              event.preventDefault();
              void set(act, event.key);
            }}
          />
        </div>
      ))}
    </>
  );
}
