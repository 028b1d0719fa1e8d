/** Where rows and headings of the windowed list lie. Lengths in CSS pixels. */
export type Layout = {
  /** How many rows each section has; every section stands under a heading of its own. */
  readonly sections: readonly number[];
  readonly row: number;
  readonly heading: number;
};

/** Rows drawn beyond each edge, so that a quick scroll meets no emptiness. */
const spare = 4;

export function rowCount({ sections }: Layout): number {
  return sections.reduce((sum, count) => sum + count, 0);
}

/** Number of the first row of a section; for one beyond the last, the number of all rows. */
export function firstRow({ sections }: Layout, section: number): number {
  return rowCount({ sections: sections.slice(0, section), row: 0, heading: 0 });
}

function sectionOf(layout: Layout, index: number): number {
  let section = 0;
  while (section + 1 < layout.sections.length && firstRow(layout, section + 1) <= index)
    section += 1;
  return section;
}

export function rowTop(layout: Layout, index: number): number {
  return (sectionOf(layout, index) + 1) * layout.heading + index * layout.row;
}

export function headingTop(layout: Layout, section: number): number {
  return section * layout.heading + firstRow(layout, section) * layout.row;
}

export function fullHeight(layout: Layout): number {
  return headingTop(layout, layout.sections.length);
}

/** First and last row to draw; `to` is -1 where there is none. */
export function visibleRows(
  layout: Layout,
  view: { readonly top: number; readonly height: number },
): { from: number; to: number } {
  const { heading, row, sections } = layout;
  // Taking all headings for above, or for none, draws a row or two too many at most.
  const from = Math.floor((view.top - sections.length * heading) / row) - spare;
  const to = Math.ceil((view.top + view.height - heading) / row) + spare;
  return { from: Math.max(0, from), to: Math.min(rowCount(layout) - 1, to) };
}

/** The scroll position that brings a row into full sight with the least movement. */
export function scrollFor(
  layout: Layout,
  index: number,
  view: { readonly top: number; readonly height: number },
): number {
  const top = rowTop(layout, index);
  // The first row of a section takes its heading with it.
  const above = firstRow(layout, sectionOf(layout, index)) === index ? layout.heading : 0;
  if (top - above < view.top) return top - above;
  if (top + layout.row > view.top + view.height) return top + layout.row - view.height;
  return view.top;
}
