import { useState } from 'preact/hooks';
import type { DraftRow } from '../../protocol/edit-calls.ts';
import type { ItemRef } from '../../protocol/item-calls.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Icon } from '../parts/icon.tsx';
import { t } from '../parts/text.ts';
import { useOpened } from '../parts/use-opened.ts';
import { ask, route, show, status } from '../state.ts';

type Waiting = { readonly draft: DraftRow | null; readonly discard: () => void };

/** What was left unfinished, the newest first: of one item, or of any where none is given. */
export function useDrafts(of: ItemRef | null): Waiting {
  const [drafts, setDrafts] = useState<readonly DraftRow[]>([]);
  useOpened(() => {
    void ask('drafts', {}).then(
      (result) => result.ok && setDrafts(result.value.filter((draft) => belongsTo(draft, of))),
    );
  });
  const [draft = null] = drafts;
  return {
    draft,
    discard() {
      setDrafts(drafts.slice(1));
      if (draft !== null) void ask('discardDraft', { id: draft.id });
    },
  };
}

const belongsTo = ({ ref }: DraftRow, item: ItemRef | null): boolean =>
  item === null || (ref?.id === item.id && ref.kind === item.kind);

/** Lies over the list, one draft at a time. */
export function DraftStrip() {
  const waiting = useDrafts(null);
  if (waiting.draft === null || status.value?.state !== 'unlocked') return null;
  return (
    <div class="banner strip calm" role="status">
      <DraftOffer {...waiting} draft={waiting.draft} />
    </div>
  );
}

/** On the item's own screen, in line with its parts. */
export function DraftBanner(waiting: Waiting) {
  if (waiting.draft === null) return null;
  return (
    <div class="banner offer">
      <DraftOffer {...waiting} draft={waiting.draft} />
    </div>
  );
}

function DraftOffer({ draft, discard }: Waiting & { readonly draft: DraftRow }) {
  const name = draft.name || t(draft.ref === null ? 'draftNew' : 'nameless');
  return (
    <>
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
      <IconButton icon="close" label={t('leaveDiscard')} onPress={discard} />
    </>
  );
}
