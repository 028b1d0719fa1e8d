import { describe, expect, test } from 'vitest';
import { readV7Recordings, readV7Scenes, type V7Scene } from '../../server/scene/scene.ts';
import { serveV7Scene } from '../../server/scene/serve-scene.ts';
import { createV7Client, type V7Client } from './support/v7-client.ts';

type Opened = { client: V7Client; tokens: { accessToken: string; refreshToken: string } };

async function withScene(scene: V7Scene, act: (opened: Opened) => Promise<void>): Promise<void> {
  const { url, tokens, close } = await serveV7Scene(scene);
  try {
    const { masterHash } = scene.expected;
    await act({ client: createV7Client({ url, ...tokens, masterHash }), tokens });
  } finally {
    await close();
  }
}

describe.each(['v7-cse.json', 'v7-no-cse.json'])('%s', (file) => {
  test.each(readV7Scenes(file).map((scene) => [scene.name, scene] as const))(
    'a server loaded from %s answers its readings as recorded',
    async (_, scene) => {
      // A real server makes a new salt each time.
      const reads = scene.routes.filter(
        ({ method, path }) => method === 'GET' && !/\*|new-options/.test(path),
      );
      await withScene(scene, async ({ client }) => {
        for (const { path, query = {}, status, response } of reads) {
          const answer = await client.get(`${path}?${new URLSearchParams(query)}`);
          expect({ path, query, ...answer }).toEqual({ path, query, status, body: response });
        }
      });
    },
  );
});

describe.each(readV7Recordings().map((recording) => [recording.name, recording] as const))(
  '%s',
  (_, { scene, operations }) => {
    test('holds the recordings of the official connector', () => {
      expect(operations.length).toBeGreaterThanOrEqual(15);
    });

    test.each(operations.map((each) => [each.client, each.operation, each] as const))(
      '%s %s is accepted',
      async (_client, _operation, { requests }) => {
        await withScene(scene, async ({ client, tokens }) => {
          for (const { method, path, body } of requests) {
            const answer = await client.request(method, path, withOwnTokens(body, tokens));
            expect({ path, ...answer }).toMatchObject({ path, status: 200 });
          }
        });
      },
    );
  },
);

/** The recorded tokens belong to the recorded server. */
function withOwnTokens(body: unknown, tokens: Readonly<Record<string, string>>): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key, tokens[key] ?? value]),
  );
}
