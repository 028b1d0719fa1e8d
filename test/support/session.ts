/** Opens the connector on a replayed scene, and closes the server with the test. */
import { onTestFinished } from 'vitest';
import { connect } from '../../src/passwork/index.ts';
import type { ConnectOptions, Passwork } from '../../src/passwork/passwork.ts';
import { type Hook, type Replay, type Scene, startReplay } from './replay.ts';

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
