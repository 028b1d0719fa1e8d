import { useId } from 'preact/hooks';
import type { Settings } from '../model/settings.ts';
import { Setting } from '../popup/parts/setting.tsx';
import { managed, saveSettings, settings } from './saved.ts';

type KeysOf<T> = { [K in keyof Settings]: Settings[K] extends T ? K : never }[keyof Settings];

/** Nobody may change it: the worker has not answered, or the organisation has decided. */
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
