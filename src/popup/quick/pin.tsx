import { useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { say, sayError } from '../parts/notice.ts';
import { plural, t } from '../parts/text.ts';
import { TextField } from '../parts/text-field.tsx';
import { useOpened } from '../parts/use-opened.ts';
import { call } from '../worker.ts';

const shortest = 6;

type PinProps = { readonly unlocked: boolean; readonly allowed: boolean };

/** A short secret for this run of the browser; set only while the vault is open. */
export function Pin({ unlocked, allowed }: PinProps) {
  const [isSet, setIsSet] = useState(false);
  const [editing, setEditing] = useState(false);
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState('');
  const input = useRef<HTMLInputElement>(null);

  useOpened(() => {
    void call('pin', {}).then((result) => result.ok && setIsSet(result.value.set));
  });

  if (!allowed) return <p class="setting">{t('pinForbidden')}</p>;

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
