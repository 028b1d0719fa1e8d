import { useRef } from 'preact/hooks';
import type { Editing, FieldForm } from '../../../protocol/edit-calls.ts';
import { IconButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { onlyWhenChanged } from '../../parts/only-when-changed.tsx';
import { t } from '../../parts/text.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { FieldValue } from './field-value.tsx';

/** What can be done with a field, by its place in the list. */
export type FieldActs = {
  update(at: number, changes: Partial<FieldForm>): void;
  move(from: number, to: number): void;
  remove(at: number): void;
  /** This one is being dragged; null for none. */
  drag(at: number | null): void;
  /** What is dragged is over this one. False where nothing of ours is. */
  over(at: number): boolean;
};

type FieldRowProps = {
  at: number;
  field: FieldForm;
  editing: Editing;
  acts: FieldActs;
  isDragged: boolean;
  /** Has just been added, so typing goes on in it. */
  isNew: boolean;
};

const types = [
  ['text', 'typeText'],
  ['password', 'typePassword'],
  ['totp', 'typeCode'],
] as const;

/** Two hundred of them stand in some items, and a key that is typed must not draw them all. */
export const FieldRow = onlyWhenChanged(function FieldRow(props: FieldRowProps) {
  const { at, field, editing, acts, isDragged, isNew } = props;
  const nameInput = useRef<HTMLInputElement>(null);
  useOpened(() => {
    if (isNew) nameInput.current?.focus();
  });
  const name = fieldName(field, at);
  const isLost = field.from !== null && editing.stored.fields[field.from] === 'unreadable';
  return (
    <li
      class={isDragged ? 'edit-field dragged' : 'edit-field'}
      onDragOver={(event) => {
        if (acts.over(at)) event.preventDefault();
      }}
      onDrop={(event) => event.preventDefault()}
    >
      <div class="edit-field-head">
        <Grip at={at} label={t('moveField', name)} acts={acts} />
        {isLost ? (
          <span class="edit-lost">{t('unreadableValue')}</span>
        ) : (
          <>
            <input
              class="plain-input name"
              name={`field-name-${at}`}
              ref={nameInput}
              aria-label={t('fieldNameNumbered', at + 1)}
              placeholder={t('fieldName')}
              value={field.name}
              dir="auto"
              maxLength={1000}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => acts.update(at, { name: event.currentTarget.value })}
            />
            <TypeList
              name={`field-type-${at}`}
              type={field.type}
              onType={(type) => acts.update(at, { type })}
            />
          </>
        )}
        <span class="remove">
          <IconButton icon="trash" label={t('removeNamed', name)} onPress={() => acts.remove(at)} />
        </span>
      </div>
      {!isLost && (
        <FieldValue
          at={at}
          name={name}
          field={field}
          editing={editing}
          onText={(value) => acts.update(at, { value })}
        />
      )}
    </li>
  );
});

function Grip({ at, label, acts }: { at: number; label: string; acts: FieldActs }) {
  return (
    <button
      type="button"
      class="icon-button grip"
      draggable
      aria-label={label}
      title={label}
      onDragStart={(event) => {
        // Firefox drags nothing that carries nothing.
        event.dataTransfer?.setData('text/plain', '');
        acts.drag(at);
      }}
      onDragEnd={() => acts.drag(null)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        event.stopPropagation();
        const grip = event.currentTarget;
        acts.move(at, event.key === 'ArrowUp' ? at - 1 : at + 1);
        // The browser may drop the focus of what is put elsewhere in the page.
        requestAnimationFrame(() => grip.focus());
      }}
    >
      <Icon name="grip" />
    </button>
  );
}

function TypeList(props: { name: string; type: string; onType: (type: string) => void }) {
  const known = types.some(([type]) => type === props.type);
  return (
    <select
      class="plain-input type"
      name={props.name}
      aria-label={t('fieldType')}
      value={props.type}
      onChange={(event) => props.onType(event.currentTarget.value)}
    >
      {types.map(([type, label]) => (
        <option key={type} value={type}>
          {t(label)}
        </option>
      ))}
      {/* A kind that other clients know is kept. */}
      {!known && <option value={props.type}>{props.type}</option>}
    </select>
  );
}

/** What a person calls the field. */
export function fieldName(field: FieldForm, at: number): string {
  return field.name || t('fieldNumbered', at + 1);
}
