import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { hasPanel, openPanel } from '../../../platform/side-panel.ts';
import { openWindow } from '../../../platform/windows.ts';
import { besidesPopup } from '../../keys.ts';
import { IconButton } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../parts/text.ts';
import { ColourDot } from '../../parts/tile.tsx';
import { closePopup, tabId } from '../../tab.ts';
import { browseTo } from '../browse/browsing.ts';
import type { FacetPicker } from './facet-picker.tsx';
import {
  type Filter,
  type FilterKind,
  findFilters,
  withFilter,
  withoutFilter,
} from './query-filters.ts';

const kinds = { vault: 'filterVault', tag: 'filterTag', colour: 'colour' } as const;

const picking = signal<FilterKind | null>(null);

type FiltersProps = { query: string; onQuery: (query: string) => void };

/** Chips under the search: those in force, which a press removes, and those that can be added. */
export function Filters({ query, onQuery }: FiltersProps) {
  const inForce = findFilters(query);
  const free = (Object.keys(kinds) as FilterKind[]).filter(
    (kind) => kind === 'tag' || !inForce.some((filter) => filter.kind === kind),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and brings a look of its own
    <div class="filters" role="group" aria-label={t('filtersLabel')}>
      {inForce.map((filter) => (
        <button
          key={filter.text}
          type="button"
          class="filter on"
          aria-label={t('removeFilter', nameOf(filter))}
          title={t('removeFilter', nameOf(filter))}
          onClick={() => onQuery(withoutFilter(query, filter))}
        >
          {filter.kind === 'colour' && <ColourDot colour={Number(filter.value) || 0} />}
          <bdi>{nameOf(filter)}</bdi>
          <Icon name="close" size={12} />
        </button>
      ))}
      {free.map((kind) => (
        <button
          key={kind}
          type="button"
          class="filter"
          aria-haspopup="dialog"
          onClick={() => {
            picking.value = kind;
          }}
        >
          {t(kinds[kind])}
          <Icon name="down" size={12} />
        </button>
      ))}
      <button type="button" class="filter browse" onClick={() => browseTo(null)}>
        <Icon name="vault" size={16} />
        {t('browse')}
      </button>
      {!besidesPopup.value && <Elsewhere />}
      {picking.value !== null && (
        <Picker
          kind={picking.value}
          onPick={(value) => {
            const kind = picking.value;
            if (kind !== null) onQuery(withFilter(query, kind, value));
          }}
        />
      )}
    </div>
  );
}

/** The ways out of a popup, which closes as soon as one looks elsewhere. */
function Elsewhere() {
  return (
    <span class="elsewhere">
      {hasPanel() && (
        <IconButton
          icon="panel"
          label={t('openPanel')}
          onPress={() => void openPanel().then((opened) => (opened ? closePopup() : undefined))}
        />
      )}
      <IconButton icon="window" label={t('openWindow')} onPress={() => void moveToWindow()} />
    </span>
  );
}

async function moveToWindow(): Promise<void> {
  const tab = await tabId();
  const own = location.pathname + (tab === null ? '' : `?tab=${tab}`);
  await openWindow(own);
  await closePopup();
}

function nameOf({ kind, value }: Filter): string {
  return kind === 'colour' ? t('colourNumbered', value) : value;
}

/** Its code comes when it is first wanted: the popup opens without it. */
function Picker(props: { kind: FilterKind; onPick: (value: string) => void }) {
  const [Loaded, setLoaded] = useState<typeof FacetPicker | null>(null);
  useEffect(() => {
    void import('./facet-picker.tsx').then(({ FacetPicker }) => setLoaded(() => FacetPicker));
  }, []);
  if (Loaded === null) return null;
  const close = () => {
    picking.value = null;
  };
  return <Loaded {...props} onClose={close} />;
}
