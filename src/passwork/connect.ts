import { AppError } from '../model/error.ts';
import { parseHost } from './host.ts';
import { createExchanger, type Exchanger, fairWeather } from './http/exchange.ts';
import { withRepetition } from './http/repeat.ts';
import type { ConnectOptions, Passwork, Probe, ResumeOptions, SavedSession } from './passwork.ts';
import { probeRoot } from './probe.ts';
import { connectV4, resumeV4 } from './v4/session.ts';

/**
 * Finds out what the host speaks, signs in and checks the master password, in this order: nothing
 * secret leaves before the generation is known. Throws `AppError`.
 */
export async function connect(options: ConnectOptions): Promise<Passwork> {
  const root = parseHost(options.host);
  const exchange = toExchanger(options);
  const probed = await probeRoot(root, exchange, options.signal);
  if (probed.generation === 'v7') throw notYet();
  return connectV4({ ...options, probed, exchange });
}

/** Goes on with a saved session, without the network: the first call shows whether it still lives. */
export async function resume(saved: SavedSession, options: ResumeOptions = {}): Promise<Passwork> {
  if (saved.generation === 'v7') throw notYet();
  return resumeV4({ saved, exchange: toExchanger(options), signal: options.signal });
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

function notYet(): AppError {
  return new AppError('unsupported-server', 'Passwork 7 is not spoken yet');
}
