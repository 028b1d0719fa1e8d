import { useEffect, useRef, useState } from 'preact/hooks';
import type { FacetsAnswer } from '../../../protocol/list-calls.ts';
import { IconButton } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { errorText } from '../../parts/error-text.ts';
import { number, t } from '../../parts/text.ts';
import { ColourDot } from '../../parts/tile.tsx';
import { ask } from '../../state.ts';
import type { FilterKind } from './query-filters.ts';

type Choice = { readonly value: string; readonly name: string; readonly count: number };

/** More are found by typing. */
const most = 200;

const titles = { vault: 'pickVault', tag: 'pickTag', colour: 'pickColour' } as const;

type FacetPickerProps = {
  kind: FilterKind;
  onPick: (value: string) => void;
  onClose: () => void;
};

/** A list to choose one vault, tag or colour from, narrowed by typing. */
export function FacetPicker({ kind, onPick, onClose }: FacetPickerProps) {
  const box = useRef<HTMLDialogElement>(null);
  const [all, setAll] = useState<readonly Choice[] | null>(null);
  const [problem, setProblem] = useState('');
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);

  useEffect(() => {
    void ask('facets', {}).then((result) => {
      if (result.ok) setAll(choicesOf(kind, result.value));
      else setProblem(errorText(result.error.code));
    });
  }, [kind]);

  const wanted = typed.trim().toLowerCase();
  const shown = (all ?? [])
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, most);
  const current = Math.min(at, shown.length - 1);
  const close = () => box.current?.close();
  const pick = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    close();
    onPick(choice.value);
  };
  const step = (by: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, current + by));
    setAt(next);
    document.getElementById(choiceId(next))?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <Dialog
      box={box}
      class="picker"
      label={t(titles[kind])}
      isLight
      onClose={onClose}
      onKey={(event) => {
        if (event.key === 'ArrowDown') step(1);
        else if (event.key === 'ArrowUp') step(-1);
        else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          pick(shown[current]);
        } else return false;
        return true;
      }}
    >
      <div class="picker-head">
        <input
          type="text"
          role="combobox"
          placeholder={t(titles[kind])}
          aria-label={t(titles[kind])}
          aria-expanded={shown.length > 0}
          aria-controls={shown.length > 0 ? 'choices' : undefined}
          aria-activedescendant={shown.length > 0 ? choiceId(current) : undefined}
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
        />
        <IconButton icon="close" label={t('close')} onPress={close} />
      </div>
      {problem !== '' && <p class="picker-note">{problem}</p>}
      {all !== null && shown.length === 0 && <p class="picker-note">{t('pickNothing')}</p>}
      {shown.length > 0 && (
        <div role="listbox" id="choices" class="choices" aria-label={t(titles[kind])}>
          {shown.map((choice, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field above names it by aria-activedescendant
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the whole dialog
            <div
              key={choice.value}
              id={choiceId(index)}
              class="choice"
              role="option"
              aria-selected={index === current}
              onMouseMove={() => index !== current && setAt(index)}
              onClick={() => pick(choice)}
            >
              {kind === 'colour' && <ColourDot colour={Number(choice.value)} />}
              <bdi class="name">{choice.name}</bdi>
              <span class="number">{number(choice.count)}</span>
            </div>
          ))}
        </div>
      )}
    </Dialog>
  );
}

const choiceId = (index: number): string => `choice-${index}`;

function choicesOf(kind: FilterKind, facets: FacetsAnswer): readonly Choice[] {
  if (kind === 'vault')
    return facets.vaults.map(({ name, count }) => ({ value: name, name, count }));
  if (kind === 'tag') return facets.tags.map(({ name, count }) => ({ value: name, name, count }));
  return facets.colours.map(({ colour, count }) => ({
    value: String(colour),
    name: t('colourNumbered', colour),
    count,
  }));
}
