import type { ServedApi } from '../serve-api.ts';
import { createRandom } from '../state/random.ts';
import { serveV4 } from '../v4/serve.ts';
import { loadV4Scene } from './load-v4.ts';
import type { V4Scene } from './scene.ts';

/** Serves a scene as a living server: what is written to it is there when it is read again. */
export async function serveScene(scene: V4Scene): Promise<ServedApi> {
  return serveV4({
    ...loadV4Scene(scene),
    tokenTtl: 600,
    refreshTtl: 604_800,
    urlRule: { subdomains: true, port: false },
    random: createRandom(`${scene.name} runtime`),
    now: Date.now,
    port: 0,
    prefix: '',
    latency: 0,
    faults: '',
  });
}
