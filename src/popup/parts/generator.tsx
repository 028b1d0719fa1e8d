import { useId, useRef, useState } from 'preact/hooks';
import {
  type Complexity,
  type Generated,
  type GeneratorKind,
  type GeneratorRules,
  generatorKinds,
  generatorLimits,
  separators,
  type WordLanguage,
  wordLanguages,
} from '../../model/generator.ts';
import { ask } from '../state.ts';
import { IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { sayError } from './notice.ts';
import { SecretText } from './secret-text.tsx';
import { StrengthLine } from './strength.tsx';
import { language, type MessageKey, number, t } from './text.ts';
import { useOpened } from './use-opened.ts';

type GeneratorProps = {
  /** What the organisation asks for; null where it asks for nothing. */
  least: Complexity | null;
  /** Hears of each password that is made; whoever uses one says so with `keepGenerated`. */
  onMade: (made: Generated) => void;
};

const kindNames: Record<GeneratorKind, MessageKey> = {
  characters: 'generatorCharacters',
  passphrase: 'generatorPassphrase',
  pronounceable: 'generatorPronounceable',
};

/** Makes passwords: the one made last with its strength, and the rules by which the next is made. */
export function Generator({ least, onMade }: GeneratorProps) {
  const [rules, setRules] = useState<GeneratorRules | null>(null);
  const [made, setMade] = useState<Generated | null>(null);
  const turn = useRef(0);

  async function make(by: GeneratorRules): Promise<void> {
    setRules(by);
    turn.current += 1;
    const mine = turn.current;
    const result = await ask('generate', { rules: by });
    // While a slider moves, an older answer may come after a newer one.
    if (mine !== turn.current) return;
    if (!result.ok) return sayError(result.error.code);
    setMade(result.value);
    onMade(result.value);
  }

  useOpened(() => {
    void ask('generatorRules', {}).then((result) => {
      if (result.ok) void make(result.value);
      else sayError(result.error.code);
    });
  });

  if (rules === null) return <div class="generator" aria-busy="true" />;
  const change = (some: Partial<GeneratorRules>) => void make({ ...rules, ...some });
  return (
    <div class="generator">
      <div class="card made">
        <div class="value">
          <div class="words" aria-live="polite">
            <SecretText text={made?.text ?? ''} />
          </div>
          <IconButton
            icon="refresh"
            label={t('generateAnother')}
            onPress={() => void make(rules)}
          />
        </div>
        <StrengthLine bits={made?.bits ?? 0} />
      </div>
      <fieldset class="kinds">
        <legend class="hidden-visually">{t('generatorKind')}</legend>
        {generatorKinds.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="kind"
              checked={rules.kind === kind}
              onChange={() => change({ kind })}
            />
            <span>{t(kindNames[kind])}</span>
          </label>
        ))}
      </fieldset>
      {rules.kind === 'passphrase' ? (
        <PassphraseRules {...{ rules, change, least }} />
      ) : (
        <CharacterRules {...{ rules, change, least }} />
      )}
      {least !== null && (
        <p class="prescribed">
          <Icon name="lock" size={14} /> {t('generatorManaged')}
        </p>
      )}
    </div>
  );
}

/** What cannot be switched off, because the organisation asks for it. */
function isFixed(name: Flag, least: Complexity | null): boolean {
  if (least === null) return false;
  if (name === 'upper' || name === 'capitals') return least.upper;
  if (name === 'digits' || name === 'digit') return least.digits;
  return name === 'symbols' && least.symbols;
}

type RulesProps = {
  rules: GeneratorRules;
  change: (some: Partial<GeneratorRules>) => void;
  least: Complexity | null;
};

function CharacterRules({ rules, change, least }: RulesProps) {
  const spoken = rules.kind === 'pronounceable';
  const shortest = least?.minLength ?? generatorLimits.length.min;
  return (
    <div class="card rules">
      <Slider
        label={t('generatorLength')}
        value={Math.max(rules.length, shortest)}
        {...generatorLimits.length}
        min={shortest}
        onChange={(length) => change({ length })}
      />
      {!spoken && <Tick name="lower" label="a–z" {...{ rules, change, least }} />}
      <Tick
        name="upper"
        label={spoken ? t('generatorCapitals') : 'A–Z'}
        {...{ rules, change, least }}
      />
      <Tick name="digits" label="0–9" {...{ rules, change, least }} />
      <Tick
        name="symbols"
        label={spoken ? t('generatorDashes') : '!@#$%'}
        {...{ rules, change, least }}
      />
      {!spoken && <Tick name="plain" label={t('generatorPlain')} {...{ rules, change, least }} />}
    </div>
  );
}

function PassphraseRules({ rules, change, least }: RulesProps) {
  const id = useId();
  const names = new Intl.DisplayNames(language(), { type: 'language' });
  return (
    <div class="card rules">
      <Slider
        label={t('generatorWords')}
        value={rules.words}
        {...generatorLimits.words}
        onChange={(words) => change({ words })}
      />
      <div class="rule">
        <label for={`${id}-language`}>{t('generatorLanguage')}</label>
        <select
          id={`${id}-language`}
          value={rules.language}
          onChange={(event) => change({ language: event.currentTarget.value as WordLanguage })}
        >
          {wordLanguages.map((each) => (
            <option key={each} value={each}>
              {names.of(each)}
            </option>
          ))}
        </select>
      </div>
      <div class="rule">
        <label for={`${id}-separator`}>{t('generatorSeparator')}</label>
        <select
          id={`${id}-separator`}
          value={rules.separator}
          onChange={(event) =>
            change({ separator: event.currentTarget.value as GeneratorRules['separator'] })
          }
        >
          {separators.map((each) => (
            <option key={each} value={each}>
              {each === ' ' ? t('generatorSpace') : each}
            </option>
          ))}
        </select>
      </div>
      <Tick name="capitals" label={t('generatorCapitals')} {...{ rules, change, least }} />
      <Tick name="digit" label={t('generatorDigit')} {...{ rules, change, least }} />
    </div>
  );
}

type Flag = {
  [K in keyof GeneratorRules]: GeneratorRules[K] extends boolean ? K : never;
}[keyof GeneratorRules];

function Tick({ name, label, rules, change, least }: RulesProps & { name: Flag; label: string }) {
  return (
    <label class="rule">
      {/* Signs such as `0–9` stand in the order of the keyboard. */}
      <bdi>{label}</bdi>
      <input
        type="checkbox"
        name={name}
        checked={rules[name] || isFixed(name, least)}
        disabled={isFixed(name, least)}
        onChange={(event) => change({ [name]: event.currentTarget.checked })}
      />
    </label>
  );
}

type SliderProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
};

function Slider({ label, value, min, max, onChange }: SliderProps) {
  const id = useId();
  return (
    <div class="rule slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        value={value}
        onInput={(event) => onChange(Number(event.currentTarget.value))}
      />
      <output for={id}>{number(value)}</output>
    </div>
  );
}
