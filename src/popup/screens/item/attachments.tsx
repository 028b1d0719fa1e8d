import { useState } from 'preact/hooks';
import type { ItemView } from '../../../protocol/item-calls.ts';
import { IconButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { say, sayError } from '../../parts/notice.ts';
import { t } from '../../parts/text.ts';
import { ask } from '../../state.ts';
import { download } from './download.ts';

export function Attachments({ view }: { view: ItemView }) {
  const [busy, setBusy] = useState<string | null>(null);

  async function save(id: string) {
    if (busy !== null) return;
    setBusy(id);
    const result = await ask('attachment', { ref: view.ref, attachmentId: id });
    setBusy(null);
    if (!result.ok) return sayError(result.error.code);
    download({ name: result.value.name, base64: result.value.bytes }, t('attachment'));
    say(t('downloaded', result.value.name));
  }

  if (view.attachments.length === 0) return null;
  return (
    <section class="card" aria-label={t('attachments')}>
      {view.attachments.map(({ id, name }) => (
        <div class="value" key={id}>
          <Icon name="clip" />
          <div class="words">
            <bdi class="text">{name || t('attachment')}</bdi>
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
        </div>
      ))}
    </section>
  );
}
