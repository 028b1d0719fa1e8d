import { describe, expect, onTestFinished, test } from 'vitest';
import { oneTimeCode } from '../../../src/crypto/one-time-code.ts';
import type { OpenedItem } from '../../../src/model/item.ts';
import { connect } from '../../../src/passwork/index.ts';
import type { Passwork } from '../../../src/passwork/passwork.ts';
import { type ExpectedItem, readScenes, type Scene, startReplay } from '../../support/replay.ts';

const files = [
  'v4-domain-vault',
  'v4-private-vault',
  'v4-legacy-vault',
  'v4-shortcut',
  'v4-inbox',
  'v4-no-cse',
  'v4-requests',
];

async function open(scene: Scene) {
  const replay = await startReplay(scene);
  onTestFinished(() => replay.close());
  const { apiKey = '', masterPassword } = scene.credentials;
  const passwork = await connect({
    host: replay.host,
    credential: { apiKey },
    ...(masterPassword !== null && { masterPassword }),
    // Most scenes ask for 1,000 rounds to keep the tests quick.
    limits: { minIterations: 1_000 },
  });
  return { passwork, replay };
}

async function expectItem(passwork: Passwork, opened: OpenedItem, expected: ExpectedItem) {
  expect(opened).toMatchObject({ name: expected.name, password: expected.password });
  expect(opened).not.toHaveProperty('passwordUnreadable');
  expect(opened.fields).toEqual(expected.custom ?? []);
  expect(opened.attachments).toEqual(expected.attachments.map(({ id, name }) => ({ id, name })));
  for (const attachment of expected.attachments) {
    const { name, bytes } = await passwork.downloadAttachment(opened, attachment.id);
    expect(name).toBe(attachment.name);
    expect(Buffer.from(bytes).toString('base64')).toBe(attachment.dataBase64);
  }
  for (const { customIndex, at, code } of expected.totp ?? []) {
    const value = opened.fields[customIndex]?.value ?? '';
    expect((await oneTimeCode(value, at))?.code ?? null).toBe(code);
  }
}

describe.each(files)('%s', (file) => {
  test.each(readScenes(file).map((scene) => [scene.name, scene] as const))(
    '%s',
    async (_, scene) => {
      const { passwork } = await open(scene);
      const { expected } = scene;

      expect(passwork.encrypted).toBe(scene.clientSideEncryption);
      expect(passwork.user.email).toBe('user@example.com');
      expect(passwork.save().masterKey).toBe(expected.masterKey ?? '');

      const vaults = await passwork.vaults();
      for (const [id, { name, scope }] of Object.entries(expected.vaults)) {
        const kind = scope === 'domain' ? 'company' : 'private';
        expect(vaults).toContainEqual({ id, name, kind });
      }
      for (const [id, item] of Object.entries(expected.passwords ?? {})) {
        if (
          scene.routes.some(({ path, status }) => path === `/passwords/${id}` && status === 403)
        ) {
          await expect(passwork.openItem(id)).rejects.toMatchObject({ code: 'denied' });
          continue;
        }
        await expectItem(passwork, await passwork.openItem(id), item);
      }
      for (const [id, item] of Object.entries(expected.shortcuts)) {
        const opened = await passwork.openShortcut(id);
        expect(opened.id).toBe(item.passwordId);
        await expectItem(passwork, opened, item);
      }
      const inbox = await passwork.inbox();
      expect(inbox.map(({ id }) => id).sort()).toEqual(Object.keys(expected.inbox).sort());
      for (const [id, item] of Object.entries(expected.inbox)) {
        const opened = await passwork.openInboxItem(id);
        expect(opened.id).toBe(item.passwordId);
        await expectItem(passwork, opened, item);
      }
    },
  );
});
