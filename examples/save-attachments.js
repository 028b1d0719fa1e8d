import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/**
 * Saves all attachments of an opened item to a folder and says where. Nothing that is there is overwritten.
 *
 * @param {import('../dist/connector/index.js').Passwork} passwork
 * @param {import('../dist/connector/index.js').OpenedItem} item
 * @param {string} folder
 */
export async function saveAttachments(passwork, item, folder) {
  await mkdir(folder, { recursive: true });
  for (const { id } of item.attachments) {
    const { name, bytes } = await passwork.downloadAttachment(item, id);
    const path = await writeNew(folder, toFileName(name), bytes);
    console.log(`Saved ${path} (${bytes.length} bytes).`);
  }
}

/** A name comes from the server, so it must not lead out of the folder. @param {string} name */
function toFileName(name) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: just these have no place in a file name
  const safe = basename(name.replaceAll('\\', '/')).replace(/[\u0000-\u001f<>:"|?*]/g, '_');
  return /^\.*$/.test(safe) ? 'attachment' : safe;
}

/** @param {string} folder @param {string} name @param {Uint8Array} bytes */
async function writeNew(folder, name, bytes) {
  for (let copy = 1; ; copy++) {
    const path = join(folder, copy === 1 ? name : `${copy} ${name}`);
    try {
      // Only you may read it: what hangs on a password is mostly a key.
      await writeFile(path, bytes, { flag: 'wx', mode: 0o600 });
      return path;
    } catch (thrown) {
      if (Object(thrown).code !== 'EEXIST') throw thrown;
    }
  }
}
