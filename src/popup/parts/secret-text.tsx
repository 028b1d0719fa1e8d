/** A revealed secret in letters, digits and signs of different colours: `0O1lI` can be told apart. */
export function SecretText({ text }: { text: string }) {
  return (
    <bdi class="text secret" dir="ltr">
      {runs(text).map(({ kind, part }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place in the text
        <span key={index} class={kind}>
          {part}
        </span>
      ))}
    </bdi>
  );
}

type Run = { readonly kind: 'letter' | 'digit' | 'sign'; readonly part: string };

export function runs(text: string): Run[] {
  const found = text.matchAll(/([\p{L}\p{M}]+)|(\p{N}+)|([^\p{L}\p{M}\p{N}]+)/gu);
  return [...found].map(([part, letters, digits]) => ({
    kind: letters !== undefined ? 'letter' : digits !== undefined ? 'digit' : 'sign',
    part,
  }));
}
