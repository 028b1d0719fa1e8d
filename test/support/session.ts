/** Opens the connector on a replayed scene, and closes the server with the test. */
import { onTestFinished } from 'vitest';
import { connect } from '../../src/passwork/index.ts';
import type { ConnectOptions, Passwork } from '../../src/passwork/passwork.ts';
import { dataOf, type Hook, type Replay, type Reply, type Scene, startReplay } from './replay.ts';

/** Nothing in a test waits long for a server on the same machine. */
export const quickWeather = { pausesMs: [1, 1] };

export async function serve(scene: Scene, hook?: Hook): Promise<Replay> {
  const replay = await startReplay(scene, hook);
  onTestFinished(() => replay.close());
  return replay;
}

/** What a person would type for this scene. */
export function toOptions(scene: Scene, replay: Replay): ConnectOptions {
  const { apiKey, masterPassword, accessToken = '', refreshToken } = scene.credentials;
  return {
    host: replay.host,
    credential:
      apiKey === undefined ? { accessToken, refreshToken: refreshToken ?? '' } : { apiKey },
    ...(masterPassword !== null && { masterPassword }),
    // Most scenes ask for 1,000 rounds to keep tests quick.
    limits: { minIterations: 1_000 },
    weather: quickWeather,
  };
}

export async function openScene(
  scene: Scene,
  hook?: Hook,
): Promise<{ passwork: Passwork; replay: Replay }> {
  const replay = await serve(scene, hook);
  return { passwork: await connect(toOptions(scene, replay)), replay };
}

/**
 * A scene in which every change succeeds, and one answer may be other than recorded. `sent` gives the last
 * request's body.
 */
export async function openAccepting(
  scene: Scene,
  change: { path: string; data: Record<string, unknown> } | null = null,
) {
  const wrap = (data: unknown): Reply => ({
    status: 200,
    body: scene.api === 'v4' ? { status: 'success', data } : data,
  });
  const { passwork, replay } = await openScene(scene, ({ method, path }) => {
    if (change !== null && path === change.path && method === 'GET') {
      return wrap({ ...dataOf(scene, path), ...change.data });
    }
    const isChange = method !== 'GET' && !path.startsWith('/auth/');
    return isChange ? wrap({ id: 'f'.repeat(24) }) : undefined;
  });
  const sent = () => (replay.seen.at(-1)?.body ?? {}) as Record<string, unknown>;
  return { passwork, sent };
}

export function vaultNamed(scene: Scene, name: string) {
  const found = Object.entries(scene.expected.vaults).find(([, vault]) => vault.name === name);
  if (found === undefined) throw new Error(`no vault ${name}`);
  return { id: found[0], ...found[1] };
}
