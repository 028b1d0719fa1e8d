import { useId, useState } from 'preact/hooks';
import { type Look, readLook, saveLook, textSizes, themes } from '../../popup/parts/look.ts';
import { Setting } from '../../popup/parts/setting.tsx';
import { type MessageKey, t } from '../../popup/parts/text.ts';
import { Section } from './section.tsx';

const themeNames = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;
const sizeNames = { small: 'textSmall', normal: 'textNormal', large: 'textLarge' } as const;

/** What only the eye needs; it is kept in this browser alone. */
export function AppearanceSection() {
  const [look, setLook] = useState(readLook);
  const save = (change: Partial<Look>) => {
    const next = { ...look, ...change };
    setLook(next);
    saveLook(next);
  };
  return (
    <Section id="appearance">
      <div class="card">
        <Pick
          label={t('theme')}
          hint={t('themeHint')}
          value={look.theme}
          choices={themes}
          names={themeNames}
          onPick={(theme) => save({ theme })}
        />
        <Pick
          label={t('textSize')}
          hint={t('textSizeHint')}
          value={look.text}
          choices={textSizes}
          names={sizeNames}
          onPick={(text) => save({ text })}
        />
      </div>
    </Section>
  );
}

type PickProps<T extends string> = {
  label: string;
  hint: string;
  value: T;
  choices: readonly T[];
  names: Readonly<Record<T, MessageKey>>;
  onPick: (choice: T) => void;
};

function Pick<T extends string>({ label, hint, value, choices, names, onPick }: PickProps<T>) {
  const id = useId();
  return (
    <Setting id={id} label={label} hint={hint}>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const chosen = choices.find((each) => each === event.currentTarget.value);
          if (chosen !== undefined) onPick(chosen);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice} selected={choice === value}>
            {t(names[choice])}
          </option>
        ))}
      </select>
    </Setting>
  );
}
