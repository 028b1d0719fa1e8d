import type { Colour } from '../../model/item.ts';
import { monogram, tint } from './monogram.ts';

/** Stands for an item by its first letter: fetching a site's icon would tell others what we hold. */
export function Tile({ name, colour }: { name: string; colour: Colour }) {
  return (
    <span class={`tile tint-${tint(name)}`} aria-hidden="true">
      {monogram(name)}
      {colour > 0 && <ColourDot colour={colour} />}
    </span>
  );
}

/** The server's palette has no public list: eight of ours, repeated where it has more. */
export function ColourDot({ colour }: { colour: Colour }) {
  return <span class={`dot colour-${((colour - 1) % 8) + 1}`} />;
}
