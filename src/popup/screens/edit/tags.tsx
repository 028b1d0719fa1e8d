import { useId, useRef, useState } from 'preact/hooks';
import { IconButton } from '../../parts/button.tsx';
import { t } from '../../parts/text.ts';

type TagsProps = {
  tags: readonly string[];
  /** Every tag in use, for completion. */
  known: readonly string[];
  onChange: (tags: readonly string[]) => void;
};

const mostSuggested = 6;

/** The tags of an item. What is typed is completed with those that others use. */
export function Tags({ tags, known, onChange }: TagsProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(-1);
  const found = suggest(known, tags, typed);
  const isOpen = found.length > 0;

  function add(tag: string) {
    const clean = tag.trim();
    setTyped('');
    setActive(-1);
    if (clean !== '' && !tags.includes(clean)) onChange([...tags, clean]);
  }
  function remove(tag: string) {
    onChange(tags.filter((each) => each !== tag));
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = tags.at(-1);
    if ((event.key === 'Enter' || event.key === ',') && typed.trim() !== '') {
      add(found[active] ?? typed);
    } else if (event.key === 'ArrowDown' && isOpen)
      setActive(Math.min(found.length - 1, active + 1));
    else if (event.key === 'ArrowUp' && isOpen) setActive(Math.max(-1, active - 1));
    else if (event.key === 'Escape' && typed !== '') setTyped('');
    else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class="field tags">
      <label for={id}>{t('tags')}</label>
      <div class="box">
        {tags.map((tag) => (
          <span class="chip" key={tag}>
            <bdi>{tag}</bdi>
            <IconButton icon="close" label={t('removeNamed', tag)} onPress={() => remove(tag)} />
          </span>
        ))}
        <input
          id={id}
          ref={input}
          name="tag"
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          placeholder={t(tags.length === 0 ? 'addTagHint' : 'addTag')}
          value={typed}
          dir="auto"
          maxLength={200}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          // What was typed and not finished is a tag all the same.
          onBlur={() => typed.trim() !== '' && add(typed)}
        />
      </div>
      {isOpen && (
        <div class="place-list" role="listbox" id={`${id}-list`} aria-label={t('tagSuggestions')}>
          {found.map((tag, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the combobox names the active one
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys act through the combobox
            <div
              key={tag}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              class={index === active ? 'place-row active' : 'place-row'}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => add(tag)}
            >
              <bdi>{tag}</bdi>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** Tags in use that begin as typed, then those that contain it; none before something is typed. */
export function suggest(
  known: readonly string[],
  chosen: readonly string[],
  typed: string,
): readonly string[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return [];
  const free = known.filter((tag) => !chosen.includes(tag));
  const begins = free.filter((tag) => tag.toLowerCase().startsWith(wanted));
  const contains = free.filter(
    (tag) => tag.toLowerCase().includes(wanted) && !begins.includes(tag),
  );
  return [...begins, ...contains].slice(0, mostSuggested);
}
