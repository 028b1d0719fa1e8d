import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Mark } from '../popup/parts/mark.tsx';
import { NoticeLine } from '../popup/parts/notice-line.tsx';
import { plural, t } from '../popup/parts/text.ts';
import { About } from './about.tsx';
import { Account } from './account.tsx';
import { saveSettings, settings } from './saved.ts';

const lockMinutes = [1, 5, 15, 30, 60, 240, 0];
const clipboardSeconds = [10, 30, 60, 120, 0];

export function Options() {
  const now = settings.value;
  return (
    <main class="options">
      <header class="options-head">
        <Mark size={44} />
        <h1>{t('optionsTitle')}</h1>
      </header>
      <section aria-labelledby="security-title">
        <h2 id="security-title">{t('optionsSecurity')}</h2>
        <div class="card">
          <Choice
            label={t('lockAfter')}
            hint={t('lockAfterHint')}
            value={now?.lockAfterMinutes}
            choices={lockMinutes}
            name={(minutes) => (minutes === 0 ? t('lockNever') : duration(minutes * 60))}
            onChoice={(lockAfterMinutes) => void saveSettings({ lockAfterMinutes })}
          />
          <Choice
            label={t('clipboardAfter')}
            hint={t('clipboardAfterHint')}
            value={now?.clipboardSeconds}
            choices={clipboardSeconds}
            name={(seconds) => (seconds === 0 ? t('clipboardNever') : duration(seconds))}
            onChoice={(seconds) => void saveSettings({ clipboardSeconds: seconds })}
          />
        </div>
      </section>
      <section aria-labelledby="pages-title">
        <h2 id="pages-title">{t('optionsPages')}</h2>
        <div class="card">
          <OfferSwitch />
        </div>
      </section>
      <Account />
      <About />
      <NoticeLine />
    </main>
  );
}

function duration(seconds: number): string {
  if (seconds < 60) return plural('durationSeconds', seconds);
  if (seconds < 3600) return plural('durationMinutes', seconds / 60);
  return plural('durationHours', seconds / 3600);
}

type ChoiceProps = {
  label: string;
  hint: string;
  /** Undefined until the worker has answered. */
  value: number | undefined;
  choices: readonly number[];
  name: (value: number) => string;
  onChoice: (value: number) => void;
};

function Choice({ label, hint, value, choices, name, onChoice }: ChoiceProps) {
  const id = useId();
  // A value set elsewhere is shown as well, not silently replaced by the nearest one.
  const all = value === undefined || choices.includes(value) ? choices : [value, ...choices];
  return (
    <Setting id={id} label={label} hint={hint}>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        disabled={value === undefined}
        value={value}
        onChange={(event) => onChoice(Number(event.currentTarget.value))}
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

function OfferSwitch() {
  const id = useId();
  const now = settings.value;
  return (
    <Setting id={id} label={t('offerInPage')} hint={t('offerInPageHint')}>
      <input
        id={id}
        type="checkbox"
        aria-describedby={`${id}-hint`}
        disabled={now === null}
        checked={now?.offerInPage ?? false}
        onChange={(event) => void saveSettings({ offerInPage: event.currentTarget.checked })}
      />
    </Setting>
  );
}

type SettingProps = { id: string; label: string; hint: string; children: ComponentChildren };

function Setting({ id, label, hint, children }: SettingProps) {
  return (
    <div class="setting">
      <div class="words">
        <label for={id}>{label}</label>
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      </div>
      {children}
    </div>
  );
}
