import { useEffect, useRef, useState } from 'preact/hooks';
import type { Place } from '../../../protocol/edit-calls.ts';
import type { ItemRef, ItemView } from '../../../protocol/item-calls.ts';
import { Button } from '../../parts/button.tsx';
import { type Glyph, Icon } from '../../parts/icon.tsx';
import { say, sayError } from '../../parts/notice.ts';
import { PlacePicker } from '../../parts/place-picker.tsx';
import { t } from '../../parts/text.ts';
import { ask, type ItemRoute, show } from '../../state.ts';
import { usePlaces } from '../../use-places.ts';
import { startRemoval } from '../undo-bar.tsx';
import { History } from './history.tsx';
import { Share } from './share.tsx';

type Panel = 'share' | 'move' | 'duplicate' | 'history';

/** Everything else that can be done with an item. What the server does not let one do is not there. */
export function Acts({ view, route }: { view: ItemView; route: ItemRoute }) {
  const { ref, can } = view;
  const [open, setOpen] = useState<Panel | null>(null);
  const box = useRef<HTMLElement>(null);
  const toggle = (panel: Panel) => setOpen(open === panel ? null : panel);
  useEffect(() => {
    // What a press opened below the fold would look as if nothing had happened.
    if (open !== null)
      box.current?.querySelector('.act-panel')?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  async function remove() {
    if (await startRemoval(ref, view.name)) show({ screen: route.from });
  }

  const panel = (name: Panel, icon: Glyph, label: string) => (
    <button
      type="button"
      class="act"
      aria-expanded={open === name}
      onClick={() => toggle(name)}
      key={name}
    >
      <Icon name={icon} />
      <span>{label}</span>
      <span class={open === name ? 'chevron open' : 'chevron'}>
        <Icon name="forward" size={16} />
      </span>
    </button>
  );

  return (
    <section class="card acts" ref={box} aria-label={t('moreActs')}>
      {can.history && panel('history', 'clock', t('history'))}
      {open === 'history' && <History view={view} />}
      {can.share.length > 0 && panel('share', 'link', t('share'))}
      {open === 'share' && <Share itemRef={ref} lives={can.share} />}
      {can.move !== null && panel('move', 'folder', t('moveItem'))}
      {open === 'move' && <Relocate view={view} route={route} how="move" />}
      {can.duplicate && panel('duplicate', 'copy', t('duplicateItem'))}
      {open === 'duplicate' && <Relocate view={view} route={route} how="duplicate" />}
      <button type="button" class="act" onClick={() => void openServer(ref)}>
        <Icon name="open" />
        <span>{t(can.page ? 'openOnServer' : 'openServer')}</span>
      </button>
      {can.remove && (
        <button type="button" class="act danger" onClick={() => void remove()}>
          <Icon name="trash" />
          <span>{t(ref.kind === 'shortcut' ? 'removeShortcut' : 'removeItem')}</span>
        </button>
      )}
    </section>
  );
}

async function openServer(ref: ItemRef): Promise<void> {
  const result = await ask('openServer', { ref });
  if (!result.ok) sayError(result.error.code);
}

type RelocateProps = { view: ItemView; route: ItemRoute; how: 'move' | 'duplicate' };

function Relocate({ view, route, how }: RelocateProps) {
  const known = usePlaces();
  const [place, setPlace] = useState<Place | null>(null);
  const [missing, setMissing] = useState('');
  const [busy, setBusy] = useState(false);

  async function go() {
    if (place === null) return setMissing(t('placeNeeded'));
    setBusy(true);
    const result = await ask(how, { ref: view.ref, place });
    setBusy(false);
    if (!result.ok) return sayError(result.error.code);
    say(t(how === 'move' ? 'movedItem' : 'duplicatedItem'));
    // A screen of its own, also where the item kept its name.
    show({ screen: 'home' });
    show({ ...route, ref: result.value, fits: false, from: 'home' });
  }

  return (
    <div class="act-panel">
      <PlacePicker
        known={known}
        value={place}
        problem={missing}
        onChoose={(chosen) => {
          setMissing('');
          setPlace(chosen);
        }}
      />
      <Button kind="primary" size="wide" busy={busy} onPress={() => void go()}>
        {t(how === 'move' ? 'moveHere' : 'duplicateHere')}
      </Button>
    </div>
  );
}
