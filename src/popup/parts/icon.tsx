/** Glyphs drawn for Latchkey on a 20 × 20 grid, one stroke of 1.6. */
const glyphs = {
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M13 13l3.5 3.5',
  close: 'M5 5l10 10M15 5 5 15',
  back: 'M11.5 4.5 6 10l5.5 5.5',
  forward: 'M8.5 4.5 14 10l-5.5 5.5',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  settings:
    'M3 6h6.5M13.5 6H17M3 14h3.5M10.5 14H17M11.5 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4M8.5 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
  inbox: 'M3.5 11 6 4.5h8l2.5 6.5v5h-13zM3.5 11H7c.4 1.3 1.5 2 3 2s2.6-.7 3-2h3.5',
  copy: 'M7.5 7.5h9v9h-9zM12.5 7V3.5h-9v9H7',
  check: 'M4 10.5 8.2 15 16 5.5',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5M10 7.7a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6',
  eyeOff:
    'M3 3l14 14M8 5.3A7.6 7.6 0 0 1 10 5c4.8 0 7.5 5 7.5 5a13 13 0 0 1-2 2.6M5 6.7A13 13 0 0 0 2.5 10S5.2 15 10 15c1.5 0 2.8-.4 3.9-1',
  user: 'M10 3.5a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4M3.8 16.5c.6-3 3-4.4 6.2-4.4s5.6 1.4 6.2 4.4',
  key: 'M6.8 4a3.3 3.3 0 1 0 0 6.6 3.3 3.3 0 0 0 0-6.6M9.2 9.6l7 6.9M13 13.4l2-2',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14M10 6v4.3l2.8 1.7',
  open: 'M11.5 3.5h5v5M16.5 3.5 9.5 10.5M8 4.5H3.5v12h12V12',
  fill: 'M9.5 3.5h7v13h-7M3 10h9M8.5 6.5 12 10l-3.5 3.5',
  star: 'm10 3 2.1 4.5 4.9.6-3.6 3.4.9 4.9-4.3-2.4-4.3 2.4.9-4.9L3 8.1l4.9-.6z',
  warning: 'M10 3.5 17.5 16.5h-15zM10 8v4M10 14.2v.01',
  offline:
    'M3 3l14 14M3 8.5a10 10 0 0 1 3-2M9 5.5a10 10 0 0 1 8 3M5.5 11.5A6.5 6.5 0 0 1 9 9.8M8 14.3a3 3 0 0 1 4 0',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.3M16.5 3v4h-4',
  download: 'M10 3.5v8.5M6.5 9l3.5 3.5L13.5 9M3.5 16.5h13',
  clip: 'M13.5 6.5v7a3.5 3.5 0 0 1-7 0V5.8a2.3 2.3 0 0 1 4.6 0v7.4a1.1 1.1 0 0 1-2.2 0V7',
  keyboard: 'M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.7h7',
  shortcut: 'M4 15.5V11a3 3 0 0 1 3-3h8.5M12 4.5 15.5 8 12 11.5',
  panel: 'M3 4h14v12H3zM12 4v12',
  window: 'M8 4h8.5v8.5M16 4.5l-6.5 6.5M7 6H4v10h10v-3',
  vault:
    'M3.5 4h13v11h-13zM5.5 15v2M14.5 15v2M10 7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5M10 7v1M10 11v1',
  dice: 'M4 4h12v12H4zM7.2 7.2v.01M12.8 7.2v.01M10 10v.01M7.2 12.8v.01M12.8 12.8v.01',
  mail: 'M3 5h14v10.5H3zM3.5 5.5 10 11l6.5-5.5',
  folder: 'M3 5.5h5l1.8 2H17v8.5H3z',
  add: 'M10 4v12M4 10h12',
  edit: 'M4 16l.9-3.6 8.4-8.4 2.7 2.7-8.4 8.4zM11.6 5.7l2.7 2.7',
  trash: 'M4 6h12M8 6V3.8h4V6M5.5 6l.8 10.5h7.4L14.5 6M8.5 9v4.5M11.5 9v4.5',
  undo: 'M4 8h8a4 4 0 0 1 0 8H8M7 4.5 3.5 8 7 11.5',
  link: 'M8.5 11.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.4 2.4a3 3 0 0 0 4.3 4.3l1-1',
  qr: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2v2M16.5 11.5v5h-5v-1',
  large: 'M3.5 16 8 4h.6l4.5 12M5 12.2h6.6M13.8 16V9.5M11.8 9.5h4.7',
  up: 'M5 12.5 10 7l5 5.5',
  down: 'M5 7.5l5 5.5 5-5.5',
  grip: 'M7.5 5v.01M12.5 5v.01M7.5 10v.01M12.5 10v.01M7.5 15v.01M12.5 15v.01',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
} as const;

export type Glyph = keyof typeof glyphs;

/** Those that point along the line of reading. */
const turning: readonly Glyph[] = ['back', 'forward', 'open', 'fill', 'shortcut'];

/** Always beside words or inside a labelled control, so never read out. */
export function Icon({ name, size = 20 }: { name: Glyph; size?: number }) {
  // In rem, so that it grows with the letters beside it.
  const length = `${size / 16}rem`;
  return (
    <svg
      aria-hidden="true"
      class={turning.includes(name) ? 'turning' : undefined}
      width={length}
      height={length}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={glyphs[name]} />
    </svg>
  );
}
