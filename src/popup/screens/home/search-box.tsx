import type { Ref } from 'preact';
import { IconButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../parts/text.ts';

type SearchBoxProps = {
  value: string;
  onText: (text: string) => void;
  inputRef?: Ref<HTMLInputElement>;
  /** Ids of the list that the keys move in and of the row they act on; null where there is none. */
  listId: string | null;
  activeId: string | null;
};

/** The same markup stands in `index.html`, so that the field a person types in is never replaced. */
export function SearchBox({ value, onText, inputRef, listId, activeId }: SearchBoxProps) {
  return (
    <div class="search">
      <Icon name="search" />
      <input
        ref={inputRef ?? null}
        id="search"
        type="text"
        role="combobox"
        value={value}
        placeholder={t('searchPlaceholder')}
        aria-label={t('searchLabel')}
        aria-expanded={listId !== null}
        aria-autocomplete="list"
        aria-controls={listId ?? undefined}
        aria-activedescendant={activeId ?? undefined}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={500}
        // An empty field is read as left-to-right; its placeholder is not.
        dir={value === '' ? undefined : 'auto'}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {value !== '' && (
        <IconButton icon="close" label={t('clearSearch')} onPress={() => onText('')} />
      )}
    </div>
  );
}
