import { useRef, useState } from 'preact/hooks';
import type { ItemView } from '../../../protocol/item-calls.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { say, sayError } from '../../parts/notice.ts';
import { fileSize, t } from '../../parts/text.ts';
import { ask } from '../../state.ts';
import { download } from './download.ts';

/** As the server's own clients have it. */
const largestFile = 5 * 1024 * 1024;

type AttachmentsProps = { view: ItemView; onChanged: () => Promise<void> };

/** Files of the item: saved, added, taken away. */
export function Attachments({ view, onChanged }: AttachmentsProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  // No server tells a size before the file itself; it is told from then on.
  const [sizes, setSizes] = useState<ReadonlyMap<string, number>>(new Map());
  const { ref, can } = view;

  async function save(id: string) {
    if (busy !== null) return;
    setBusy(id);
    const result = await ask('attachment', { ref, attachmentId: id });
    setBusy(null);
    if (!result.ok) return sayError(result.error.code);
    const { name, bytes } = result.value;
    const size = download({ name, base64: bytes }, t('attachment'));
    setSizes(new Map(sizes).set(id, size));
    say(t('downloaded', name));
  }

  async function add(file: File | undefined) {
    if (busy !== null || file === undefined) return;
    if (file.size > largestFile) return sayError('too-large');
    setBusy('new');
    const bytes = await base64Of(file).catch(() => null);
    // A folder, or a file that went away after it was chosen.
    const result =
      bytes === null ? null : await ask('addAttachment', { ref, name: file.name, bytes });
    setBusy(null);
    if (result === null) return sayError('invalid-input');
    if (result.ok) {
      setSizes(new Map(sizes).set(file.name, file.size));
      say(t('attached', file.name));
    } else sayError(result.error.code);
    await onChanged();
  }

  async function remove(id: string, name: string) {
    setAsked(null);
    setBusy(id);
    const result = await ask('removeAttachment', { ref, attachmentId: id });
    setBusy(null);
    if (result.ok) say(t('detached', name));
    else sayError(result.error.code);
    await onChanged();
  }

  /** What was just added has its id from the server; its name tells it, where no other file has it too. */
  const sizeOfAdded = (name: string) =>
    view.attachments.filter((each) => each.name === name).length === 1
      ? sizes.get(name)
      : undefined;

  if (view.attachments.length === 0 && !can.attach) return null;
  return (
    <section class="card" aria-label={t('attachments')}>
      {view.attachments.map(({ id, name }) => (
        <div class="value" key={id}>
          <Icon name="clip" />
          <div class="words">
            <bdi class="text">{name || t('attachment')}</bdi>
            <Size bytes={sizes.get(id) ?? sizeOfAdded(name)} />
            {asked === id && (
              <div class="ask-line" role="alert">
                <p>{t('detachAsk', name || t('attachment'))}</p>
                <Button size="small" kind="danger" onPress={() => void remove(id, name)}>
                  {t('removeItem')}
                </Button>
                <Button size="small" kind="quiet" onPress={() => setAsked(null)}>
                  {t('cancel')}
                </Button>
              </div>
            )}
          </div>
          {busy === id ? (
            <span class="spinner" role="img" aria-label={t('downloading')} />
          ) : (
            <IconButton
              icon="download"
              label={t('downloadNamed', name || t('attachment'))}
              onPress={() => void save(id)}
            />
          )}
          {can.detach && asked !== id && (
            <IconButton
              icon="trash"
              label={t('removeNamed', name || t('attachment'))}
              onPress={() => setAsked(id)}
            />
          )}
        </div>
      ))}
      {can.attach && (
        <div class="value">
          <input
            ref={picker}
            type="file"
            hidden
            onChange={(event) => {
              void add(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
          <Button
            kind="quiet"
            size="small"
            icon="clip"
            busy={busy === 'new'}
            onPress={() => picker.current?.click()}
          >
            {t(busy === 'new' ? 'attaching' : 'addAttachment')}
          </Button>
        </div>
      )}
    </section>
  );
}

function Size({ bytes }: { bytes: number | undefined }) {
  return bytes === undefined ? null : <span class="label">{fileSize(bytes)}</span>;
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  // In pieces: a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
