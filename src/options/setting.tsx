import { useId } from 'preact/hooks';
import type { Settings } from '../model/settings.ts';
import { say } from '../popup/parts/notice.ts';
import { Setting } from '../popup/parts/setting.tsx';
import { managed, saveSettings, settings } from './saved.ts';

type KeysOf<T> = { [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings];

/** The organisation has decided. */
const isFixed = (key: keyof Settings): boolean => managed.value?.settings.includes(key) ?? false;

type ChoiceProps = {
  of: KeysOf<number>;
  label: string;
  hint: string;
  choices: readonly number[];
  name: (value: number) => string;
};

export function Choice({ of, label, hint, choices, name }: ChoiceProps) {
  const id = useId();
  const value = settings.value?.[of];
  const fixed = isFixed(of);
  // A value set elsewhere is shown as well, not silently replaced by the nearest one.
  const all = value === undefined || choices.includes(value) ? choices : [value, ...choices];
  return (
    <Setting id={id} label={label} hint={hint} fixed={fixed}>
      <select
        id={id}
        aria-describedby={fixed ? `${id}-hint ${id}-fixed` : `${id}-hint`}
        disabled={value === undefined || fixed}
        onChange={(event) => void saveSettings({ [of]: Number(event.currentTarget.value) })}
      >
        {all.map((choice) => (
          <option key={choice} value={choice} selected={choice === value}>
            {name(choice)}
          </option>
        ))}
      </select>
    </Setting>
  );
}

type SwitchProps = { of: KeysOf<boolean>; label: string; hint: string };

export function Switch({ of, label, hint }: SwitchProps) {
  const id = useId();
  const value = settings.value?.[of];
  const fixed = isFixed(of);
  return (
    <Setting id={id} label={label} hint={hint} fixed={fixed}>
      <input
        id={id}
        type="checkbox"
        aria-describedby={fixed ? `${id}-hint ${id}-fixed` : `${id}-hint`}
        disabled={value === undefined || fixed}
        checked={value ?? false}
        onChange={(event) => void saveSettings({ [of]: event.currentTarget.checked })}
      />
    </Setting>
  );
}

type PermissionSwitchProps = SwitchProps & {
  id: string;
  /** Asks the browser; false where the person declines. */
  ask: () => Promise<boolean>;
  /** What is said then. */
  refused: string;
  /** Gives the permission back. */
  leave: () => Promise<unknown>;
  /** What is still to be done, `''` for nothing. */
  note?: string;
};

/** Switched on only with a permission of the browser, which is asked for with the very press. */
export function PermissionSwitch(props: PermissionSwitchProps) {
  const { id, of, ask, leave, note } = props;
  const value = settings.value?.[of];
  const fixed = isFixed(of);

  async function set(box: HTMLInputElement) {
    // What the organisation has switched on needs the permission as well, and that is the person's to give.
    const on = fixed || box.checked;
    if (on && !(await ask())) say(props.refused, { bad: true });
    else {
      if (!on) await leave();
      if (!fixed) await saveSettings({ [of]: on });
    }
    // A refusal leaves the box as it was.
    box.checked = settings.value?.[of] ?? false;
  }

  const described = ['hint', ...(note ? ['note'] : []), ...(fixed ? ['fixed'] : [])];
  return (
    <Setting
      id={id}
      label={props.label}
      hint={props.hint}
      fixed={fixed}
      {...(note !== undefined && { note })}
    >
      <input
        id={id}
        type="checkbox"
        aria-describedby={described.map((part) => `${id}-${part}`).join(' ')}
        disabled={value === undefined || (fixed && !value)}
        checked={value ?? false}
        onChange={(event) => void set(event.currentTarget)}
      />
    </Setting>
  );
}
