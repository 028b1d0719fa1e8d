import { useId, useState } from 'preact/hooks';
import type { Editing, ItemForm } from '../../../protocol/edit-calls.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { PlacePicker } from '../../parts/place-picker.tsx';
import { t } from '../../parts/text.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { ask } from '../../state.ts';
import { usePlaces } from '../../use-places.ts';
import { Colours } from './colours.tsx';
import { Fields } from './fields.tsx';
import { Line } from './line.tsx';
import { LongLine } from './long-line.tsx';
import { PasswordLine } from './password-line.tsx';
import { Tags } from './tags.tsx';

/** What is missing before it can be saved; `''` where nothing is. */
export type Missing = { readonly name: string; readonly place: string };

type FormProps = {
  editing: Editing;
  form: ItemForm;
  missing: Missing;
  change: (changes: Partial<ItemForm>, unasked?: 'unasked') => void;
};

export function Form({ editing, form, missing, change }: FormProps) {
  const notes = useId();
  const [tags, setTags] = useState<readonly string[]>([]);
  useOpened(() => {
    // Completion only: without an answer tags are typed in full.
    void ask('facets', {}).then(
      (result) => result.ok && setTags(result.value.tags.map(({ name }) => name)),
    );
  });
  return (
    <div class="edit-form">
      <Line
        name="name"
        label={t('itemName')}
        value={form.name}
        problem={form.name.trim() === '' ? missing.name : ''}
        onText={(name) => change({ name })}
      />
      {editing.ref === null && <WhereTo form={form} missing={missing} change={change} />}
      <Line
        name="login"
        label={t('login')}
        value={form.login}
        onText={(login) => change({ login })}
      />
      <PasswordLine editing={editing} form={form} change={change} />
      <Websites editing={editing} form={form} change={change} />
      <Fields editing={editing} fields={form.fields} onChange={(fields) => change({ fields })} />
      <div class="field">
        <label for={notes}>{t('notes')}</label>
        <LongLine
          id={notes}
          name="description"
          label={t('notes')}
          rows={3}
          value={form.description}
          onText={(description) => change({ description })}
        />
      </div>
      <Tags tags={form.tags} known={tags} onChange={(next) => change({ tags: next })} />
      <Colours colour={form.colour} onChange={(colour) => change({ colour })} />
    </div>
  );
}

type PartProps = Pick<FormProps, 'editing' | 'form' | 'change'>;

function WhereTo({ form, missing, change }: Omit<FormProps, 'editing'>) {
  const known = usePlaces();
  const [last] = known.places?.last ?? [];
  // Most people put things where they put the last one.
  if (form.place === null && last !== undefined && known.places !== null) {
    const { vaultId, folderId } = last;
    queueMicrotask(() => change({ place: { vaultId, folderId } }, 'unasked'));
  }
  return (
    <PlacePicker
      known={known}
      value={form.place}
      problem={form.place === null ? missing.place : ''}
      onChoose={(place) => change({ place })}
    />
  );
}

function Websites({ editing, form, change }: PartProps) {
  // One empty line stands for none.
  const urls = form.urls.length === 0 ? [''] : form.urls;
  const single = urls.length === 1;
  const set = (at: number, url: string) =>
    change({ urls: urls.map((each, index) => (index === at ? url : each)) });
  return (
    <>
      {urls.map((url, at) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: an address is its place in the list
          key={at}
          name={single ? 'url' : `url-${at}`}
          label={single ? t('website') : t('websiteNumbered', at + 1)}
          value={url}
          direction="ltr"
          placeholder="https://"
          onText={(text) => set(at, text)}
        >
          {!single && (
            <IconButton
              icon="trash"
              label={t('removeNamed', url || t('websiteNumbered', at + 1))}
              onPress={() => change({ urls: urls.filter((_, index) => index !== at) })}
            />
          )}
        </Line>
      ))}
      {editing.manyUrls && (
        <Button
          kind="quiet"
          size="small"
          icon="add"
          onPress={() => change({ urls: [...urls, ''] })}
        >
          {t('addWebsite')}
        </Button>
      )}
    </>
  );
}
