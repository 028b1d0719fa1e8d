import { parseHost } from './host.ts';
import { createExchanger, type Exchanger, fairWeather } from './http/exchange.ts';
import { withRepetition } from './http/repeat.ts';
import type { ConnectOptions, Passwork, Probe, ResumeOptions, SavedSession } from './passwork.ts';
import { probeRoot } from './probe.ts';
import { connectV4, resumeV4 } from './v4/session.ts';
import { connectV7, resumeV7 } from './v7/session.ts';

/**
 * Finds out what the host speaks, signs in and checks the master password, in this order: nothing
 * secret leaves before the generation is known. Throws `AppError`.
 */
export async function connect(options: ConnectOptions): Promise<Passwork> {
  const root = parseHost(options.host);
  const exchange = toExchanger(options);
  const probed = await probeRoot(root, exchange, options.signal);
  const found = { ...options, probed, exchange };
  return probed.generation === 'v7' ? connectV7(found) : connectV4(found);
}

/** Goes on with a saved session, without the network: the first call shows whether it still lives. */
export async function resume(saved: SavedSession, options: ResumeOptions = {}): Promise<Passwork> {
  const { signal, onTokens } = options;
  const resumed = { saved, exchange: toExchanger(options), signal, onTokens };
  return saved.generation === 'v7' ? resumeV7(resumed) : resumeV4(resumed);
}

/** What a host speaks. Sends no credential. */
export function probe(host: string, options: ResumeOptions = {}): Promise<Probe> {
  return probeRoot(parseHost(host), toExchanger(options), options.signal);
}

function toExchanger(options: ResumeOptions): Exchanger {
  const weather = { ...fairWeather, ...options.weather };
  // The platform's own function must be called without a receiver of ours.
  const fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  return withRepetition(createExchanger(fetch, weather), weather);
}
