/** The product's sign: a latchkey standing as an L. The same drawing is in `public/icons/latchkey.svg`. */
export function Mark({ size = 56 }: { size?: number }) {
  const length = `${size / 16}rem`;
  return (
    <svg class="mark" aria-hidden="true" width={length} height={length} viewBox="0 0 128 128">
      <rect class="mark-ground" width="128" height="128" rx="30" />
      <g class="mark-key" fill="none" stroke-width="13" stroke-linecap="round">
        <circle cx="53" cy="41" r="18" />
        <path d="M53 59v44h38M53 81h21" stroke-linejoin="round" />
      </g>
    </svg>
  );
}
