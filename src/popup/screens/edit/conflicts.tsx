import type { Conflict, FieldForm, ItemForm } from '../../../protocol/edit-calls.ts';
import { type MessageKey, t } from '../../parts/text.ts';

const names: Record<Exclude<Conflict['what'], 'field'>, MessageKey> = {
  name: 'itemName',
  login: 'login',
  password: 'password',
  urls: 'website',
  description: 'notes',
  colour: 'colour',
};

export type Side = 'mine' | 'theirs';

type ConflictsProps = {
  conflicts: readonly Conflict[];
  /** The person's version. */
  form: ItemForm;
  chosen: readonly Side[];
  onChoose: (at: number, side: Side) => void;
};

/** What two people changed, each version beside the other. */
export function Conflicts({ conflicts, form, chosen, onChoose }: ConflictsProps) {
  return (
    <section class="conflicts" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title" tabIndex={-1}>
        {t('conflictTitle')}
      </h2>
      <p>{t('conflictText')}</p>
      {conflicts.map((conflict, at) => {
        const { label, mine, theirs } = sidesOf(conflict, form);
        const side = chosen[at] ?? 'mine';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a conflict is its place in the list
          <fieldset key={at}>
            <legend>
              <bdi>{label}</bdi>
            </legend>
            <Version
              name={`conflict-${at}`}
              title={t('conflictMine')}
              text={mine}
              checked={side === 'mine'}
              onChoose={() => onChoose(at, 'mine')}
            />
            <Version
              name={`conflict-${at}`}
              title={t('conflictTheirs')}
              text={theirs}
              checked={side === 'theirs'}
              onChoose={() => onChoose(at, 'theirs')}
            />
          </fieldset>
        );
      })}
    </section>
  );
}

type VersionProps = {
  name: string;
  title: string;
  text: string;
  checked: boolean;
  onChoose: () => void;
};

function Version({ name, title, text, checked, onChoose }: VersionProps) {
  return (
    <label class="version">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span class="words">
        <span class="side">{title}</span>
        <bdi class="text">{text}</bdi>
      </span>
    </label>
  );
}

function sidesOf(conflict: Conflict, form: ItemForm) {
  if (conflict.what === 'field') {
    const mine = conflict.at === null ? null : (form.fields[conflict.at] ?? null);
    const label = mine?.name || conflict.theirs?.name || t('customFields');
    return { label, mine: fieldText(mine), theirs: fieldText(conflict.theirs) };
  }
  const label = t(names[conflict.what]);
  if (conflict.what === 'password') {
    return { label, mine: t('conflictHidden'), theirs: t('conflictHidden') };
  }
  const { what } = conflict;
  return { label, mine: plainText(form[what]), theirs: plainText(conflict.theirs[what]) };
}

function fieldText(field: FieldForm | null): string {
  if (field === null) return t('conflictRemoved');
  return field.type === 'text' && field.value !== null
    ? field.value || t('emptyValue')
    : t('conflictHidden');
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n') || t('emptyValue');
  if (typeof value === 'number') return value === 0 ? t('noColour') : t('colourNumbered', value);
  return typeof value === 'string' && value !== '' ? value : t('emptyValue');
}

/** The form with the versions that were chosen. */
export function resolve(
  form: ItemForm,
  conflicts: readonly Conflict[],
  chosen: readonly Side[],
): ItemForm {
  let plain = form;
  const fields: (FieldForm | null)[] = [...form.fields];
  conflicts.forEach((conflict, at) => {
    if (chosen[at] !== 'theirs') return;
    if (conflict.what !== 'field') plain = { ...plain, ...conflict.theirs };
    else if (conflict.at !== null) fields[conflict.at] = conflict.theirs;
    else if (conflict.theirs !== null) fields.push(conflict.theirs);
  });
  return { ...plain, fields: fields.filter((field) => field !== null) };
}
