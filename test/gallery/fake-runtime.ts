/** Stands for `src/platform/runtime.ts` in the gallery, which has no extension around it. */
const locales = import.meta.glob<Record<string, { message: string }>>(
  '../../public/_locales/*/messages.json',
  { eager: true, import: 'default' },
);
const wanted = new URLSearchParams(location.search).get('lang') ?? 'en';
const english = locales['../../public/_locales/en/messages.json'] ?? {};
const texts = locales[`../../public/_locales/${wanted}/messages.json`] ?? english;

export function localText(key: string, ...substitutions: readonly string[]): string {
  // There is no right-to-left language yet; its direction can be looked at all the same.
  if (key === 'direction' && wanted === 'rtl') return 'rtl';
  const message = (texts[key] ?? english[key])?.message ?? '';
  return message.replace(/\$(\d)/g, (_, place) => substitutions[Number(place) - 1] ?? '');
}

export const sendToWorker = (): Promise<unknown> => new Promise(() => {});
