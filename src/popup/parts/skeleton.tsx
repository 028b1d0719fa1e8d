const lines = [0, 1, 2, 3, 4, 5, 6, 7];

/** Grey rows with the geometry of real ones: when those arrive, nothing moves. */
export function SkeletonRows() {
  return (
    <div class="list skeleton" aria-hidden="true">
      <div class="list-heading" />
      <div class="skeleton-rows">
        {lines.map((line) => (
          <SkeletonRow key={line} wide={line % 3 !== 1} />
        ))}
      </div>
    </div>
  );
}

export function SkeletonRow({ wide = true }: { wide?: boolean }) {
  return (
    <div class="row still">
      <span class="tile" />
      <span class="words">
        <span class={wide ? 'bar w-7' : 'bar w-5'} />
        <span class={wide ? 'bar w-5' : 'bar w-3'} />
      </span>
    </div>
  );
}
