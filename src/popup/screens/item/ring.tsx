const radius = 13;
const round = 2 * Math.PI * radius;

/** Seconds left of a one-time code, as a ring that empties. */
export function Ring({ left, period, label }: { left: number; period: number; label: string }) {
  const gone = 1 - Math.min(1, Math.max(0, left / period));
  return (
    <span class={left <= 5 ? 'ring soon' : 'ring'} role="img" aria-label={label}>
      <svg aria-hidden="true" viewBox="0 0 30 30">
        <circle cx="15" cy="15" r={radius} />
        <circle
          class="left"
          cx="15"
          cy="15"
          r={radius}
          stroke-dasharray={round}
          stroke-dashoffset={gone * round}
        />
      </svg>
      {Math.ceil(left)}
    </span>
  );
}
