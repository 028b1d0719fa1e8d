import { number, t } from '../../parts/text.ts';

export const setupSteps = 3;

/** Where in the first run a person is: a line to read, and the same as three bars for the eye. */
export function Steps({ at }: { at: number }) {
  const bars = Array.from({ length: setupSteps }, (_, index) => index + 1);
  return (
    <div class="steps">
      <p>{t('setupStep', number(at), number(setupSteps))}</p>
      <div class="bars" aria-hidden="true">
        {bars.map((bar) => (
          <span key={bar} class={bar <= at ? 'done' : undefined} />
        ))}
      </div>
    </div>
  );
}
