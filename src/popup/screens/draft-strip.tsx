import { useState } from 'preact/hooks';
import type { DraftRow } from '../../protocol/edit-calls.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { t } from '../parts/text.ts';
import { useOpened } from '../parts/use-opened.ts';
import { ask, route, show, status } from '../state.ts';

/** Offers what was left unfinished, one at a time. */
export function DraftStrip() {
  const [drafts, setDrafts] = useState<readonly DraftRow[]>([]);
  const unlocked = status.value?.state === 'unlocked';
  useOpened(() => {
    void ask('drafts', {}).then((result) => result.ok && setDrafts(result.value));
    return undefined;
  });
  const [draft] = drafts;
  if (draft === undefined || !unlocked) return null;
  const name = draft.name || t(draft.ref === null ? 'draftNew' : 'nameless');
  return (
    <div class="banner strip calm">
      <Icon name="edit" size={18} />
      <p>
        <bdi>{t('draftWaiting', name)}</bdi>
      </p>
      <Button
        kind="quiet"
        size="small"
        onPress={() =>
          show({ screen: 'edit', ref: draft.ref, name: draft.name, back: route.value })
        }
      >
        {t('draftContinue')}
      </Button>
      <IconButton
        icon="close"
        label={t('leaveDiscard')}
        onPress={() => {
          setDrafts(drafts.slice(1));
          void ask('discardDraft', { id: draft.id });
        }}
      />
    </div>
  );
}
