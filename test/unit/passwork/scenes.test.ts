import { describe, expect, test } from 'vitest';
import { oneTimeCode } from '../../../src/crypto/one-time-code.ts';
import type { OpenedItem } from '../../../src/model/item.ts';
import { connect } from '../../../src/passwork/index.ts';
import type { Passwork } from '../../../src/passwork/passwork.ts';
import { type ExpectedItem, readScenes, type Scene } from '../../support/replay.ts';
import { serve, toOptions } from '../../support/session.ts';

const files = [
  'v4-domain-vault',
  'v4-private-vault',
  'v4-legacy-vault',
  'v4-shortcut',
  'v4-inbox',
  'v4-no-cse',
  'v4-requests',
  'v7-cse',
  'v7-no-cse',
  'real-server-v7',
];

async function open(scene: Scene) {
  const replay = await serve(scene);
  const options = toOptions(scene, replay);
  const { masterKey } = scene.expected;
  // What was recorded from a real server comes with the key, not with the password.
  const passwork = await connect(
    options.masterPassword === undefined && masterKey !== null
      ? { ...options, masterKey }
      : options,
  );
  return { passwork, replay };
}

async function expectItem(passwork: Passwork, opened: OpenedItem, expected: ExpectedItem) {
  expect(opened).toMatchObject({ name: expected.name, password: expected.password });
  expect(opened).not.toHaveProperty('passwordUnreadable');
  expect(opened.fields).toEqual(expected.custom ?? expected.customs ?? []);
  expect(opened.attachments).toEqual(expected.attachments.map(({ id, name }) => ({ id, name })));
  for (const attachment of expected.attachments) {
    if (attachment.dataBase64 === undefined) continue;
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

      expect(passwork.generation).toBe(scene.api);
      expect(passwork.encrypted).toBe(scene.clientSideEncryption);
      expect(passwork.save().masterKey).toBe(expected.masterKey ?? '');
      if (scene.api === 'v4') expect(passwork.user.email).toBe('user@example.com');

      if (hasRoute(scene, scene.api === 'v4' ? '/vaults/list' : '/vaults')) {
        const vaults = await passwork.vaults();
        for (const [id, { name, scope }] of Object.entries(expected.vaults)) {
          expect(vaults).toContainEqual(expect.objectContaining({ id, name }));
          if (scope === undefined) continue;
          expect(vaults.find((vault) => vault.id === id)?.kind).toBe(
            scope === 'domain' ? 'company' : 'private',
          );
        }
      }
      for (const [id, item] of Object.entries(expected.passwords ?? expected.items ?? {})) {
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
        expect(opened.id).toBe(item.passwordId ?? item.itemId);
        await expectItem(passwork, opened, item);
      }
      if (hasRoute(scene, scene.api === 'v4' ? '/sharing/inbox/list' : '/inbox-items')) {
        const inbox = await passwork.inbox();
        expect(inbox.map(({ id }) => id).sort()).toEqual(Object.keys(expected.inbox).sort());
      }
      for (const [id, item] of Object.entries(expected.inbox)) {
        const opened = await passwork.openInboxItem(id);
        expect(opened.id).toBe(item.passwordId ?? item.itemId);
        await expectItem(passwork, opened, item);
      }
    },
  );
});

const hasRoute = (scene: Scene, path: string) => scene.routes.some((route) => route.path === path);
