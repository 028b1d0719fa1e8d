export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export type Spot = { readonly left: number; readonly top: number; readonly maxHeight: number };

/** Pixels between the field and the menu, and between the menu and the edge of the view. */
const gap = 4;
/** One row and its frame; a menu with less room than this is not shown. */
const leastHeight = 56;

/**
 * Where the menu goes: below the field, above it, or beside it, but never over it. Its leading edge
 * is the field's. Null where the view has no room.
 */
export function placeMenu(field: Box, menu: Omit<Box, 'left' | 'top'>, view: View): Spot | null {
  const right = field.left + field.width;
  const bottom = field.top + field.height;
  const wished = view.rtl ? right - menu.width : field.left;
  const left = Math.max(gap, Math.min(wished, view.width - menu.width - gap));
  const below = view.height - bottom - 2 * gap;
  const above = field.top - 2 * gap;
  const need = Math.min(menu.height, Math.max(leastHeight, menu.height / 2));
  if (below >= need || (below >= leastHeight && below >= above)) {
    return { left, top: bottom + gap, maxHeight: below };
  }
  if (above >= leastHeight) {
    return { left, top: field.top - gap - Math.min(menu.height, above), maxHeight: above };
  }
  const top = Math.max(gap, Math.min(field.top, view.height - menu.height - gap));
  const maxHeight = view.height - 2 * gap;
  if (maxHeight < leastHeight) return null;
  if (right + menu.width + 2 * gap <= view.width) return { left: right + gap, top, maxHeight };
  if (field.left - menu.width - 2 * gap >= 0) {
    return { left: field.left - gap - menu.width, top, maxHeight };
  }
  return null;
}

export type View = {
  readonly width: number;
  readonly height: number;
  /** The field reads from right to left. */
  readonly rtl: boolean;
};
