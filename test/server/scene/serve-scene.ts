import type { ServedApi } from '../serve-api.ts';
import { createRandom } from '../state/random.ts';
import { serveV4 } from '../v4/serve.ts';
import { serveV7 } from '../v7/serve.ts';
import { loadV4Scene } from './load-v4.ts';
import { loadV7Scene } from './load-v7.ts';
import type { V4Scene, V7Scene } from './scene.ts';

const common = {
  tokenTtl: 600,
  refreshTtl: 604_800,
  now: Date.now,
  port: 0,
  prefix: '',
  latency: 0,
  faults: '',
};

/** Serves a scene as a living server: what is written to it is there when it is read again. */
export async function serveScene(scene: V4Scene): Promise<ServedApi> {
  return serveV4({
    ...loadV4Scene(scene),
    ...common,
    urlRule: { subdomains: true, port: false },
    random: createRandom(`${scene.name} runtime`),
  });
}

/** The same for a scene of Passwork 7, with the tokens of its user. */
export async function serveV7Scene(scene: V7Scene) {
  const { user, ...loaded } = loadV7Scene(scene);
  const served = await serveV7({
    ...loaded,
    ...common,
    format: scene.wrapBase64 ? 'by-header' : 'raw',
    accounts: [],
    random: createRandom(`${scene.name} runtime`),
  });
  return { ...served, tokens: served.issueTokens(user.id) };
}
