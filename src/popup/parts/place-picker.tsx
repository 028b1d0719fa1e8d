import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../model/error.ts';
import { isSamePlace, type Place, type PlaceRow, type Places } from '../../protocol/edit-calls.ts';
import { IconButton } from './button.tsx';
import { errorText } from './error-text.ts';
import { findPlaces } from './find-places.ts';
import { Icon } from './icon.tsx';
import { plural, t } from './text.ts';

type PlacePickerProps = {
  /** From `usePlaces`. */
  known: {
    readonly places: Places | null;
    readonly problem: ErrorCode | null;
    readonly again: () => void;
  };
  value: Place | null;
  onChoose: (place: Place) => void;
  label?: string;
  /** Why the choice was refused, `''` where it was not. */
  problem?: string;
};

/** A vault and folder, found by typing; those used last come first. A combobox of the ARIA practices. */
export function PlacePicker({ known, value, onChoose, label, problem = '' }: PlacePickerProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { places } = known;
  const chosen = value && places?.all.find((row) => isSamePlace(row, value));
  const found = findPlaces(places ?? { all: [], last: [] }, query);
  const at = Math.min(active, found.rows.length - 1);
  const trouble = problem || (known.problem === null ? '' : errorText(known.problem));

  const open = () => {
    setOpen(true);
    setQuery('');
    const now =
      value === null
        ? -1
        : findPlaces(places ?? { all: [], last: [] }, '').rows.findIndex((row) =>
            isSamePlace(row, value),
          );
    setActive(Math.max(0, now));
  };
  const close = () => {
    setOpen(false);
    setQuery('');
  };
  const choose = (row: PlaceRow | undefined) => {
    if (row === undefined) return;
    onChoose({ vaultId: row.vaultId, folderId: row.folderId });
    close();
    input.current?.focus();
  };

  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, at, id]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isOpen) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Enter') return;
      open();
    } else if (event.key === 'ArrowDown') setActive(Math.min(found.rows.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1));
    else if (event.key === 'PageDown') setActive(Math.min(found.rows.length - 1, at + 6));
    else if (event.key === 'PageUp') setActive(Math.max(0, at - 6));
    else if (event.key === 'Enter') choose(found.rows[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div class={trouble ? 'field place wrong' : 'field place'}>
      <label for={id}>{label ?? t('placeLabel')}</label>
      <div class="box">
        <Icon name={chosen?.folderId ? 'folder' : 'vault'} />
        <input
          id={id}
          ref={input}
          name="place"
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && at >= 0 ? `${id}-${at}` : undefined}
          aria-invalid={trouble !== ''}
          aria-describedby={trouble ? `${id}-under` : undefined}
          autocomplete="off"
          spellcheck={false}
          maxLength={200}
          dir="auto"
          placeholder={isOpen ? (chosen?.path.join(' / ') ?? t('placeSearch')) : t('placeNone')}
          value={isOpen ? query : (chosen?.path.join(' / ') ?? '')}
          onClick={() => !isOpen && open()}
          onInput={(event) => {
            setOpen(true);
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          onBlur={close}
        />
        {known.problem !== null ? (
          <IconButton icon="refresh" label={t('tryAgain')} onPress={known.again} />
        ) : places === null ? (
          <span class="spinner" role="img" aria-label={t('loadingPlaces')} />
        ) : (
          <span class={isOpen ? 'chevron open' : 'chevron'}>
            <Icon name="forward" size={16} />
          </span>
        )}
      </div>
      {isOpen && places !== null && (
        <PlaceList id={id} found={found} active={at} value={value} onChoose={choose} />
      )}
      {trouble && (
        <p class="problem" id={`${id}-under`}>
          {trouble}
        </p>
      )}
    </div>
  );
}

type PlaceListProps = {
  id: string;
  found: ReturnType<typeof findPlaces>;
  active: number;
  value: Place | null;
  onChoose: (row: PlaceRow) => void;
};

function PlaceList({ id, found, active, value, onChoose }: PlaceListProps) {
  if (found.rows.length === 0) return <p class="place-none">{t('placeNothingFound')}</p>;
  return (
    <>
      <div class="place-list" role="listbox" id={`${id}-list`} aria-label={t('placeLabel')}>
        {found.rows.map((row, index) => (
          // The field keeps the focus and its keys; pressing the mouse must not take it away.
          // biome-ignore lint/a11y/useFocusableInteractive: the combobox names the active one
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys act through the combobox
          <div
            key={`${row.vaultId} ${row.folderId}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={value !== null && isSamePlace(row, value)}
            class={index === active ? 'place-row active' : 'place-row'}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(row)}
          >
            <Icon name={row.folderId === null ? 'vault' : 'folder'} size={18} />
            <span class="words">
              <bdi>{row.path.at(-1) || t('nameless')}</bdi>
              {row.path.length > 1 && <bdi class="under">{row.path.slice(0, -1).join(' / ')}</bdi>}
            </span>
            {index < found.last ? (
              <span class="tag">{t('placeLast')}</span>
            ) : (
              row.kind === 'private' && <span class="tag">{t('placePrivate')}</span>
            )}
          </div>
        ))}
      </div>
      {found.more > 0 && <p class="place-none">{plural('placeMore', found.more)}</p>}
    </>
  );
}
