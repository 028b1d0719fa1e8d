import { useId } from 'preact/hooks';
import type { Editing, FieldForm } from '../../../protocol/edit-calls.ts';
import { t } from '../../parts/text.ts';
import { CodeSecret } from './code-secret.tsx';
import { LongLine } from './long-line.tsx';
import { SecretLine } from './secret-line.tsx';

type FieldValueProps = {
  at: number;
  /** As a person calls it. */
  name: string;
  field: FieldForm;
  editing: Editing;
  onText: (text: string) => void;
};

/** The value of a custom field, typed as its kind wants it. */
export function FieldValue({ at, name, field, editing, onText }: FieldValueProps) {
  const id = useId();
  const label = t('fieldValue', name);
  const state = field.from === null ? undefined : editing.stored.fields[field.from];
  const stored =
    editing.ref === null || field.from === null || state === undefined
      ? null
      : { ref: editing.ref, part: { part: 'field', index: field.from } as const, state };
  // Text that is stored as a secret stays hidden until it is shown, whatever its kind becomes.
  if (field.type === 'text' && field.value !== null) {
    return (
      <LongLine id={id} name={`field-${at}`} label={label} value={field.value} onText={onText} />
    );
  }
  const line = (
    <SecretLine
      bare
      name={`field-${at}`}
      label={label}
      value={field.value}
      onText={onText}
      stored={stored}
    />
  );
  if (field.type !== 'totp') return line;
  return <CodeSecret at={at} label={label} value={field.value} onText={onText} stored={stored} />;
}
