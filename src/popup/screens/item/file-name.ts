/** The name under which an attachment is saved. The server's word is not trusted for it. */
const longest = 120;
// Names that Windows keeps for devices, with any extension.
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A bare file name that every system accepts; `fallback` where nothing of it is left. */
export function safeFileName(name: string, fallback: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? '';
  const plain = base
    // Control characters, and marks that let `exe.txt` read as `txt.exe`.
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[.\s]+/, '');
  // Windows drops dots and spaces at the end, and with them what tells two names apart.
  const short = shorten(plain).replace(/[.\s]+$/, '');
  if (short === '') return fallback;
  return reserved.test(short) ? `_${short}` : short;
}

/** Cuts in the middle, so that the extension stays what it was. */
function shorten(name: string): string {
  const letters = [...name];
  if (letters.length <= longest) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? [...name.slice(dot)].slice(0, 16) : [];
  return [...letters.slice(0, longest - extension.length), ...extension].join('');
}
