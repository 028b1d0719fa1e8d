/** Where rows and headings of the windowed list lie. Lengths in CSS pixels. */
export type Layout = {
  readonly total: number;
  /** So many rows, from the first, stand under a heading of their own. */
  readonly matching: number;
  readonly row: number;
  readonly heading: number;
};

/** Rows drawn beyond each edge, so that a quick scroll meets no emptiness. */
const spare = 4;

const isSplit = ({ matching, total }: Layout): boolean => matching > 0 && matching < total;

export function rowTop(layout: Layout, index: number): number {
  const headings = isSplit(layout) && index >= layout.matching ? 2 : 1;
  return headings * layout.heading + index * layout.row;
}

/** Top of the heading over the rows that do not belong to the site; null where there is none. */
export function restTop(layout: Layout): number | null {
  return isSplit(layout) ? layout.heading + layout.matching * layout.row : null;
}

export function fullHeight(layout: Layout): number {
  return layout.total === 0 ? 0 : rowTop(layout, layout.total - 1) + layout.row;
}

/** First and last row to draw; `to` is -1 where there is none. */
export function visibleRows(
  layout: Layout,
  view: { readonly top: number; readonly height: number },
): { from: number; to: number } {
  const { heading, row, total } = layout;
  // Ignoring the second heading draws one row too many at most.
  const from = Math.floor((view.top - 2 * heading) / row) - spare;
  const to = Math.ceil((view.top + view.height - heading) / row) + spare;
  return { from: Math.max(0, from), to: Math.min(total - 1, to) };
}

/** The scroll position that brings a row into full sight with the least movement. */
export function scrollFor(
  layout: Layout,
  index: number,
  view: { readonly top: number; readonly height: number },
): number {
  const top = rowTop(layout, index);
  // The first row of a section takes its heading with it.
  const above = index === 0 || index === layout.matching ? layout.heading : 0;
  if (top - above < view.top) return top - above;
  if (top + layout.row > view.top + view.height) return top + layout.row - view.height;
  return view.top;
}
