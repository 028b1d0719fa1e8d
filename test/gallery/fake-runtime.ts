/** Stands for `src/platform/runtime.ts` in the gallery, which has no extension around it. */
import { extremeText } from './extreme-text.ts';

export type Texts = Record<string, { readonly message: string }>;

const files = import.meta.glob<Texts>('../../public/_locales/*/messages.json', {
  eager: true,
  import: 'default',
});
const languages = new Map(
  Object.entries(files).map(([path, texts]) => [path.split('/').at(-2) ?? '', texts]),
);
const wanted = new URLSearchParams(location.search).get('lang') ?? 'en';
const english = languages.get('en') ?? {};
const texts = languages.get(wanted) ?? english;

/** The texts that were shown as they are, with nothing of an item in them: those nobody may cut. */
const whole = new Set<string>();
Reflect.set(globalThis, 'galleryTexts', whole);

function messageOf(key: string): string {
  if ((wanted === 'widest' || wanted === 'longest-words') && !/^(language|direction)$/.test(key)) {
    return extremeText(key, [...languages.values()], wanted);
  }
  return (texts[key] ?? english[key])?.message ?? '';
}

export function localText(key: string, ...substitutions: readonly string[]): string {
  const message = messageOf(key);
  if (!/\$\d/.test(message)) whole.add(message);
  return message
    .replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '')
    .replaceAll('$$', '$');
}

export const sendToWorker = (): Promise<unknown> => new Promise(() => {});
