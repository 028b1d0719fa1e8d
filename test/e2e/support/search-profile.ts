/** Looks for secrets in every file of a browser profile, in the ways that programs write text. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files and the names of the canaries found in them. */
export function searchProfile(
  folder: string,
  canaries: Readonly<Record<string, string>>,
): readonly string[] {
  const needles = Object.entries(canaries).flatMap(([name, secret]) =>
    encodings(secret).map((bytes) => ({ name, bytes })),
  );
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = readFileSync(path);
    for (const { name, bytes } of needles) {
      if (content.includes(bytes)) found.push(`${name} in ${path.slice(folder.length)}`);
    }
  }
  return found;
}

/** UTF-8, UTF-16, hex, and base64 at each of the three places where a text can begin in it. */
function encodings(secret: string): readonly Buffer[] {
  const utf8 = Buffer.from(secret, 'utf8');
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), utf8]).toString('base64');
    // What neighbours would change is cut off at both ends.
    return Buffer.from(text.slice(Math.ceil((shift * 8) / 6), -4));
  });
  return [utf8, Buffer.from(secret, 'utf16le'), Buffer.from(utf8.toString('hex')), ...base64];
}
