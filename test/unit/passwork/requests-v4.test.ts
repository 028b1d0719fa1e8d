import { describe, expect, test } from 'vitest';
import type { NewItem, Passwork, Search } from '../../../src/passwork/passwork.ts';
import { unsealBody } from '../../support/recorded.ts';
import {
  type Operation,
  type RecordedRequest,
  type Reply,
  readScenes,
  type Scene,
  type Seen,
} from '../../support/replay.ts';
import { openScene } from '../../support/session.ts';

/** The plaintext that the recording found at a pointer. */
function plainAt(recorded: RecordedRequest, pointer: string): string {
  return recorded.encrypted?.find((one) => one.pointer === pointer)?.plaintext ?? '';
}

/** What a caller must have asked for, so that an official client sent this. */
function toNewItem(recorded: RecordedRequest): NewItem {
  const body = recorded.body as Record<string, unknown>;
  const files = (body.attachments ?? []) as { name: string }[];
  const fields = (body.custom ?? []) as unknown[];
  const { vaultId, folderId, name, login, description, tags, color, url } = body as never;
  return {
    vaultId,
    password: plainAt(recorded, '/cryptedPassword'),
    ...(folderId !== undefined && { folderId }),
    ...(name !== '' && { name }),
    ...(login !== undefined && { login }),
    ...(description !== undefined && { description }),
    ...(tags !== undefined && { tags }),
    ...(color !== undefined && { colour: Number(color) }),
    ...(url !== undefined && { urls: [url] }),
    ...(body.custom !== undefined && {
      fields: fields.map((_, at) => ({
        name: plainAt(recorded, `/custom/${at}/name`),
        type: plainAt(recorded, `/custom/${at}/type`),
        value: plainAt(recorded, `/custom/${at}/value`),
      })),
    }),
    ...(body.attachments !== undefined && {
      attachments: files.map((file, at) => ({
        name: file.name,
        bytes: Buffer.from(plainAt(recorded, `/attachments/${at}/encryptedData`), 'base64'),
      })),
    }),
  };
}

const idIn = (path: string) => path.split('/')[2] ?? '';

type Run = (passwork: Passwork, recorded: RecordedRequest) => Promise<unknown>;

/** How each recorded operation is asked for through our interface. */
const runs: Record<string, Run> = {
  addPassword: (passwork, recorded) => passwork.addItem(toNewItem(recorded)),
  deletePassword: (passwork, { path }) => passwork.deleteItem(idIn(path)),
  searchPasswords: (passwork, { body }) => {
    const { colors: colours, ...query } = body as Search & { colors: readonly number[] };
    return passwork.search({ ...query, colours });
  },
  searchPasswordsByUrl: (passwork, { body }) => passwork.searchByUrl((body as { url: string }).url),
  logout: (passwork) => passwork.logout(),
};

/** The scenes have no routes for changes: any of them succeeds. */
function accept(scene: Scene): (seen: Seen) => Reply | undefined {
  return (seen) => {
    const known = scene.routes.some(
      (route) => route.method === seen.method && route.path === seen.path,
    );
    if (known || seen.method === 'GET' || seen.path.startsWith('/auth/')) return undefined;
    const data = seen.path.includes('earch') ? [] : { id: 'f'.repeat(24) };
    return { status: 200, body: { status: 'success', data } };
  };
}

const cases = readScenes('v4-requests').flatMap((scene) =>
  (scene.operations ?? [])
    .filter(({ client, operation }) => client === 'js-connector' && operation in runs)
    .map((operation, index) => ({
      title: `${scene.name} ${index}: ${operation.operation} ${JSON.stringify(operation.call ?? '')}`,
      scene,
      operation,
    })),
);

describe('requests have the shapes of the official client', () => {
  test.each(cases)('$title', async ({ scene, operation }) => {
    const { passwork, replay } = await openScene(scene, accept(scene));
    const [recorded] = operation.requests;
    if (recorded === undefined) throw new Error('nothing was recorded');
    replay.seen.length = 0;

    await runs[operation.operation]?.(passwork, recorded);

    const sent = replay.seen.filter(({ method }) => method !== 'GET');
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `${recorded.method} ${recorded.path}`,
    ]);
    expect(await unsealBody(sent[0]?.body, recorded, scene)).toEqual(
      await unsealBody(recorded.body, recorded, scene),
    );
  });

  test('covers what the recording has of the operations that we offer', () => {
    const offered = new Set(
      cases.map(({ operation }: { operation: Operation }) => operation.operation),
    );
    expect([...offered].sort()).toEqual(Object.keys(runs).sort());
  });
});
