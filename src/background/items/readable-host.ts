/**
 * Host names as a person reads them. The URL parser gives international names as `xn--…`; they are
 * shown in their own letters only where these cannot pose as another name.
 */

/** `host` as the URL parser gives it. */
export function readableHost(host: string): string {
  if (!host.includes('xn--')) return host;
  const labels = host.split('.').map(decodeLabel);
  if (labels.includes(null)) return host;
  const readable = labels.join('.');
  const foreignEnd = /\P{ASCII}/u.test(labels.at(-1) ?? '');
  return isHonest(readable, foreignEnd) ? readable : host;
}

/** For the one place that says where a person is: as it is read, and beside it as it is spelt. */
export function fullHost(host: string): string {
  const readable = readableHost(host);
  return readable === host ? host : `${readable} (${host})`;
}

/** Host and port of an address as a person reads them; `''` for what is none. */
export function siteName(address: string): string {
  if (!URL.canParse(address)) return '';
  const { hostname, port } = new URL(address);
  return port === '' ? readableHost(hostname) : `${readableHost(hostname)}:${port}`;
}

/**
 * Latin letters with accents look like what they are. Another script looks like Latin in places
 * (Cyrillic `аррӏе`), so it is only trusted under an end of its own, such as `.рф`.
 */
function isHonest(readable: string, foreignEnd: boolean): boolean {
  const letters = readable.replace(/[0-9.\-_]/g, '');
  if (/^[a-z\u00df-\u00f6\u00f8-\u00ff]+$/.test(letters)) return true;
  return foreignEnd && !/[a-z]/.test(letters) && isOneScript(letters);
}

const scripts = [
  /^\p{Script=Cyrillic}+$/u,
  /^\p{Script=Greek}+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u,
  /^\p{Script=Hangul}+$/u,
  /^[\p{Script=Arabic}]+$/u,
  /^\p{Script=Hebrew}+$/u,
  /^[\p{Script=Devanagari}]+$/u,
  /^\p{Script=Thai}+$/u,
  /^\p{Script=Georgian}+$/u,
  /^\p{Script=Armenian}+$/u,
];

function isOneScript(letters: string): boolean {
  return scripts.some((script) => script.test(letters));
}

function decodeLabel(label: string): string | null {
  return label.startsWith('xn--') ? decodePunycode(label.slice(4)) : label;
}

// Parameters of RFC 3492, section 5.
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialPoint = 128;

/** RFC 3492, section 6.2; null for what is no punycode. */
export function decodePunycode(input: string): string | null {
  const basicEnd = input.lastIndexOf('-');
  const output = basicEnd > 0 ? [...input.slice(0, basicEnd)] : [];
  let at = basicEnd > 0 ? basicEnd + 1 : 0;
  let point = initialPoint;
  let bias = initialBias;
  let position = 0;
  while (at < input.length) {
    const before = position;
    let weight = 1;
    for (let k = base; ; k += base) {
      const digit = digitOf(input.charCodeAt(at++));
      if (digit === null) return null;
      position += digit * weight;
      const threshold = Math.min(Math.max(k - bias, tMin), tMax);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = output.length + 1;
    bias = adapt({ delta: position - before, length, first: before === 0 });
    point += Math.floor(position / length);
    position %= length;
    if (point > 0x10ffff) return null;
    output.splice(position++, 0, String.fromCodePoint(point));
  }
  return output.join('');
}

/** Letters are 0 to 25, digits 26 to 35; the parser has lower-cased the host. NaN past the end. */
function digitOf(code: number): number | null {
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  return null;
}

/** RFC 3492, section 6.1. */
function adapt(one: { delta: number; length: number; first: boolean }): number {
  let delta = Math.floor(one.delta / (one.first ? damp : 2));
  delta += Math.floor(delta / one.length);
  let k = 0;
  while (delta > ((base - tMin) * tMax) >> 1) {
    delta = Math.floor(delta / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * delta) / (delta + skew));
}
