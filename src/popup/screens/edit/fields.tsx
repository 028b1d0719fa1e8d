import { useRef, useState } from 'preact/hooks';
import type { Editing, FieldForm } from '../../../protocol/edit-calls.ts';
import { Button } from '../../parts/button.tsx';
import { t } from '../../parts/text.ts';
import { type FieldActs, FieldRow, fieldName } from './field-row.tsx';

type FieldsProps = {
  editing: Editing;
  fields: readonly FieldForm[];
  onChange: (fields: readonly FieldForm[]) => void;
};

let lastKey = 0;
const newKey = () => {
  lastKey += 1;
  return lastKey;
};

/** The custom fields: each with its name, its kind and its value, in the order that the person gives them. */
export function Fields({ editing, fields, onChange }: FieldsProps) {
  // A field has no name of its own that stays; without one the focus would not follow it when it moves.
  const keys = useRef<number[]>([]);
  while (keys.current.length < fields.length) keys.current.push(newKey());
  keys.current.length = fields.length;
  const [dragged, setDragged] = useState<number | null>(null);
  const [moved, setMoved] = useState('');
  const [added, setAdded] = useState<number | null>(null);
  const list = useRef<HTMLElement>(null);
  const newest = useRef({ fields, onChange, dragged });
  newest.current = { fields, onChange, dragged };

  /** The same ones for as long as the screen stands: a row is drawn again only for what is its own. */
  const [acts] = useState<FieldActs>(() => ({
    update(at, changes) {
      const { fields, onChange } = newest.current;
      onChange(fields.map((field, index) => (index === at ? { ...field, ...changes } : field)));
    },
    move(from, to) {
      const { fields, onChange } = newest.current;
      const field = fields[from];
      const key = keys.current[from];
      if (field === undefined || key === undefined || to < 0 || to >= fields.length) return;
      const next = fields.filter((_, index) => index !== from);
      next.splice(to, 0, field);
      keys.current.splice(from, 1);
      keys.current.splice(to, 0, key);
      onChange(next);
      setMoved(t('movedTo', fieldName(field, from), to + 1, fields.length));
    },
    remove(at) {
      const { fields, onChange } = newest.current;
      keys.current.splice(at, 1);
      onChange(fields.filter((_, index) => index !== at));
      // What had the focus is gone: the next one takes it, or the button that adds one.
      const stops = list.current?.querySelectorAll<HTMLElement>('.remove button, :scope > .button');
      const left = [...(stops ?? [])].filter((_, index) => index !== at);
      left[Math.min(at, left.length - 1)]?.focus();
    },
    drag: setDragged,
    over(at) {
      const from = newest.current.dragged;
      if (from === null) return false;
      if (from !== at) {
        acts.move(from, at);
        setDragged(at);
      }
      return true;
    },
  }));

  function add() {
    const key = newKey();
    keys.current.push(key);
    setAdded(key);
    onChange([...fields, { from: null, name: '', type: 'text', value: '' }]);
  }

  return (
    <section class="edit-fields" aria-labelledby="fields-title" ref={list}>
      <h2 class="section-title" id="fields-title">
        {t('customFields')}
      </h2>
      <ol>
        {fields.map((field, at) => (
          <FieldRow
            key={keys.current[at]}
            at={at}
            field={field}
            editing={editing}
            acts={acts}
            isDragged={dragged === at}
            isNew={added !== null && added === keys.current[at]}
          />
        ))}
      </ol>
      <Button icon="add" onPress={add}>
        {t('addField')}
      </Button>
      <p class="hidden-visually" role="status">
        {moved}
      </p>
    </section>
  );
}
