import { describe, expect, test } from 'vitest';
import { readV4Scenes, type V4Scene } from '../../server/scene/scene.ts';
import { serveScene } from '../../server/scene/serve-scene.ts';
import { type Client, signIn } from './support/http-client.ts';

/** Each operation was recorded against the untouched scene, so each gets a server of its own. */
async function replay(scene: V4Scene, act: (client: Client) => Promise<void>): Promise<void> {
  const server = await serveScene(scene);
  try {
    const { client } = await signIn({
      url: server.url,
      apiKey: scene.credentials.apiKey,
      useMasterPassword: scene.clientSideEncryption,
      masterHash: scene.expected.masterHash,
    });
    // What the JS connector sends when no language is set.
    client.headers['Passwork-Lang'] = 'null';
    await act(client);
  } finally {
    await server.close();
  }
}

describe.each(readV4Scenes('v4-requests.json').map((scene) => [scene.name, scene] as const))(
  '%s',
  (_, scene) => {
    const operations = scene.operations ?? [];

    test('holds the recordings of both connectors', () => {
      const clients = new Set(operations.map(({ client }) => client));
      expect([...clients].sort()).toEqual(['js-connector', 'pip-connector']);
      expect(operations.length).toBeGreaterThanOrEqual(46);
    });

    test.each(
      operations.map(
        (each) => [each.client, each.operation, JSON.stringify(each.call), each] as const,
      ),
    )('%s %s %s is accepted', async (_client, _operation, _call, { requests }) => {
      await replay(scene, async (client) => {
        for (const { method, path, body } of requests) {
          const answer = await client.request(method, path, body);
          expect({ method, path, ...answer }).toMatchObject({ method, path, status: 200 });
        }
      });
    });
  },
);
