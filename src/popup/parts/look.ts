/**
 * How our pages look: the theme, and the size of letters. It lies in `localStorage`, the one store
 * that `public/look.js` can read before the first paint; the worker has no use for it.
 */
export const themes = ['system', 'light', 'dark'] as const;
export const textSizes = ['small', 'normal', 'large'] as const;

export type Look = {
  readonly theme: (typeof themes)[number];
  readonly text: (typeof textSizes)[number];
};

const key = 'look';

/** What the person chose; the system's theme and the usual letters where that is nothing we know. */
export function readLook(): Look {
  const [theme, text] = (localStorage.getItem(key) ?? '').split(' ');
  return {
    theme: themes.find((each) => each === theme) ?? 'system',
    text: textSizes.find((each) => each === text) ?? 'normal',
  };
}

export function saveLook(look: Look): void {
  localStorage.setItem(key, `${look.theme} ${look.text}`);
  apply(look);
}

/** Follows a choice that is made in another of our pages meanwhile. */
export function followLook(): void {
  addEventListener('storage', (event) => {
    if (event.key === key) apply(readLook());
  });
}

function apply({ theme, text }: Look): void {
  const { dataset } = document.documentElement;
  dataset.theme = theme;
  dataset.text = text;
}
