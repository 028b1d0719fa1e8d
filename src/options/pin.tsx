import { useRef, useState } from 'preact/hooks';
import { Button } from '../popup/parts/button.tsx';
import { say, sayError } from '../popup/parts/notice.ts';
import { plural, t } from '../popup/parts/text.ts';
import { TextField } from '../popup/parts/text-field.tsx';
import { useOpened } from '../popup/parts/use-opened.ts';
import { managed } from './saved.ts';
import { call, status } from './worker.ts';

const shortest = 6;

/** A short secret for this run of the browser; set only while the vault is open. */
export function Pin() {
  const [isSet, setIsSet] = useState(false);
  const [editing, setEditing] = useState(false);
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState('');
  const input = useRef<HTMLInputElement>(null);

  useOpened(() => {
    void call('pin', {}).then((result) => result.ok && setIsSet(result.value.set));
    return undefined;
  });

  if (managed.value?.pinAllowed === false) return <p class="setting">{t('pinForbidden')}</p>;

  async function save(next: string) {
    if (next !== '' && [...next].length < shortest) {
      setProblem(plural('pinShort', shortest));
      input.current?.focus();
      return;
    }
    const result = await call('savePin', { pin: next });
    if (!result.ok) return sayError(result.error.code);
    setIsSet(result.value.set);
    setEditing(false);
    setPin('');
    say(t(result.value.set ? 'pinSet' : 'pinRemoved'));
  }

  const unlocked = status.value?.state === 'unlocked';
  return (
    <form
      class="setting"
      onSubmit={(event) => {
        event.preventDefault();
        void save(pin);
      }}
    >
      <div class="words">
        <span class="name">{t('pinTitle')}</span>
        <p class="hint">{t(unlocked ? 'pinText' : 'pinLocked')}</p>
        {editing && (
          <TextField
            name="pin"
            label={t('pinNew')}
            value={pin}
            onText={(text) => {
              setPin(text);
              setProblem('');
            }}
            secret
            hint={plural('pinHint', shortest)}
            problem={problem}
            inputRef={input}
          />
        )}
      </div>
      {unlocked && (
        <div class="acts">
          <Button
            onPress={() => {
              if (editing) return void save(pin);
              setEditing(true);
              // The field comes with the next paint.
              requestAnimationFrame(() => input.current?.focus());
            }}
          >
            {t(editing ? 'pinSave' : isSet ? 'pinChange' : 'pinChoose')}
          </Button>
          {isSet && !editing && <Button onPress={() => void save('')}>{t('pinRemove')}</Button>}
        </div>
      )}
    </form>
  );
}
