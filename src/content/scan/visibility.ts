export type Visibility = 'seen' | 'later' | 'decoy';

const styled = { visibilityProperty: true };
const opaque = { opacityProperty: true };

export const isRendered = (element: Element): boolean => element.checkVisibility(styled);

/**
 * A hidden step of a login takes no room, or its password is still transparent (`later`). A decoy takes room where no person
 * looks: off the screen, a few pixels wide or transparent.
 */
export function visibilityOf(input: HTMLInputElement): Visibility {
  if (!isRendered(input)) return 'later';
  const { width, height, right, bottom } = input.getBoundingClientRect();
  if (width === 0 || height === 0) return 'later';
  if (width < 4 || height < 4) return 'decoy';
  if (!input.checkVisibility(opaque)) return input.type === 'password' ? 'later' : 'decoy';
  const view = input.ownerDocument.defaultView;
  const outside = view && (right + view.scrollX <= 0 || bottom + view.scrollY <= 0);
  return outside ? 'decoy' : 'seen';
}
