import type { Signal } from '@preact/signals';
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ItemRow } from '../../../protocol/list-calls.ts';
import { RowWords } from './row.tsx';
import { takeSizes, useWindow } from './use-window.ts';
import { firstRow, fullHeight, headingTop, type Layout, rowTop } from './window.ts';

export const rowId = (index: number): string => `row-${index}`;

/** Rows under a heading of their own. */
export type ListSection = {
  readonly kind: string;
  readonly heading: ComponentChildren;
  readonly count: number;
};

type ItemListProps = {
  id: string;
  label: string;
  scroller: RefObject<HTMLElement | null>;
  /** Another map whenever other rows are known. */
  rows: ReadonlyMap<number, ItemRow>;
  /** What a row says where it is not one of `rows`; undefined until it is known. */
  line?: (index: number) => ComponentChildren;
  /** Where the list itself takes the focus and the keys, as no search field does. */
  listRef?: RefObject<HTMLDivElement | null>;
  activeId?: string;
  total: number;
  active: number;
  /** In the order of the rows; their counts add up to `total`. */
  sections: readonly ListSection[];
  /** Where the scroll position outlives the list. */
  kept?: Signal<number>;
  onActive: (index: number) => void;
  onOpen: (index: number) => void;
  /** Rows `from` to `to` are in sight. */
  onSight: (from: number, to: number) => void;
  /** Buttons for the active row. They stand beside the listbox: an option may not hold controls. */
  acts: ComponentChildren;
};

/** A listbox that draws only the rows in sight. The search field holds the focus and the keys. */
export function ItemList(props: ItemListProps) {
  const { rows, active, sections, onSight } = props;
  const [sizes] = useState(takeSizes);
  const layout: Layout = { ...sizes, sections: sections.map(({ count }) => count) };
  const { from, to } = useWindow(props.scroller, { layout, active, kept: props.kept });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list has to be asked for its rows anew
  useEffect(() => onSight(from, to), [from, to, rows, onSight]);

  const options = (first: number, last: number) => {
    const drawn: number[] = [];
    for (let index = Math.max(first, from); index <= Math.min(last, to); index += 1) {
      drawn.push(index);
    }
    // The row that the keys act on exists for screen readers even where it is out of sight.
    const outside = active < from || active > to;
    if (outside && active >= first && active <= last) drawn.push(active);
    return drawn.map((index) => (
      <Option key={index} {...props} index={index} top={rowTop(layout, index)} />
    ));
  };
  return (
    <div class="list" style={{ blockSize: `${fullHeight(layout)}px` }}>
      <div
        role="listbox"
        id={props.id}
        aria-label={props.label}
        ref={props.listRef ?? null}
        tabIndex={props.listRef === undefined ? undefined : 0}
        aria-activedescendant={props.activeId}
      >
        {sections.map(({ kind, heading }, at) => (
          <Section
            key={kind}
            id={`${props.id}-${kind}`}
            top={headingTop(layout, at)}
            heading={heading}
          >
            {options(firstRow(layout, at), firstRow(layout, at + 1) - 1)}
          </Section>
        ))}
      </div>
      {props.acts !== undefined && (
        <div class="row-actions" style={{ insetBlockStart: `${rowTop(layout, active)}px` }}>
          {props.acts}
        </div>
      )}
    </div>
  );
}

function Option(props: ItemListProps & { index: number; top: number }) {
  const { index, active, total, top } = props;
  const row = props.rows.get(index);
  const line = props.line === undefined ? row && <RowWords row={row} /> : props.line(index);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the search field names it by aria-activedescendant
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the whole screen
    <div
      id={rowId(index)}
      class={line === undefined ? 'row skeleton' : 'row'}
      role="option"
      aria-selected={index === active}
      aria-setsize={total}
      aria-posinset={index + 1}
      style={{ insetBlockStart: `${top}px` }}
      // A list that scrolls under a resting mouse enters rows too; only a moved mouse chooses.
      onMouseMove={() => index !== active && props.onActive(index)}
      onClick={() => props.onOpen(index)}
    >
      {line ?? <RowWords row={undefined} />}
    </div>
  );
}

type SectionProps = {
  id: string;
  top: number;
  heading: ComponentChildren;
  children: ComponentChildren;
};

function Section({ id, top, heading, children }: SectionProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
    <div role="group" aria-labelledby={id}>
      <div class="list-heading" role="presentation" id={id} style={{ insetBlockStart: `${top}px` }}>
        {heading}
      </div>
      {children}
    </div>
  );
}
