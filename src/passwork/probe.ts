import { AppError } from '../model/error.ts';
import { toError } from './http/call.ts';
import type { Exchange, Exchanger } from './http/exchange.ts';
import { get, isRecord, readFlag, readText } from './json.ts';
import type { Probe } from './passwork.ts';

/**
 * Which generation lives at `root` (section 1 of the protocol notes). Judged by the body alone: web
 * servers answer any path with any status. No credential is part of these requests.
 * Throws `not-passwork` and the weather's codes.
 */
export async function probeRoot(
  root: string,
  exchange: Exchanger,
  signal: AbortSignal | undefined,
): Promise<Probe> {
  const v4Base = `${root}/api/v4`;
  const v4 = await exchange(
    {
      method: 'GET',
      url: `${v4Base}/info/version`,
      headers: { 'Passwork-Auth': '', 'Passwork-MasterHash': '', 'Passwork-Lang': 'en' },
    },
    [signal],
  );
  throwIfUnreachable(v4);
  const version = readVersion(v4);
  if (version !== null) return { generation: 'v4', base: v4Base, ...version };
  const v7Base = `${root}/api/v1`;
  const v7 = await exchange(
    { method: 'GET', url: `${v7Base}/app/features`, headers: { 'X-Response-Format': 'raw' } },
    [signal],
  );
  throwIfUnreachable(v7);
  if (speaksV7(v7)) return { generation: 'v7', base: v7Base, version: '', legacyHash: false };
  // A gateway whose application is down answers both questions for it, and not for long.
  if (isDown(v4) && isDown(v7)) throw new AppError('server-error', 'the server is down');
  throw new AppError('not-passwork', 'neither API answers at this address');
}

/** A redirect and a flood of bytes are answers too: of somebody who is no Passwork. */
function throwIfUnreachable(result: Exchange): void {
  if (result.kind === 'failure') {
    const other = result.code === 'bad-server-answer' || result.code === 'too-large';
    if (!other) throw toError(result, false);
  } else if (result.status === 429) {
    throw toError(
      { kind: 'refused', code: 'rate-limited', spoken: false, retryAfter: result.retryAfter },
      false,
    );
  }
}

/** The data is a string, or an object, or missing; an error envelope is v4's as well. */
function readVersion(result: Exchange): { version: string; legacyHash: boolean } | null {
  const json = result.kind === 'answer' ? result.json : undefined;
  if (!isRecord(json)) return null;
  const status = get(json, 'status');
  if (status === 'failed') return { version: '', legacyHash: false };
  if (status !== 'success') return null;
  const data = get(json, 'data');
  if (isRecord(data)) {
    return { version: readText(data, 'version'), legacyHash: readFlag(data, 'legacySupport') };
  }
  return { version: typeof data === 'string' ? data : '', legacyHash: false };
}

/** A list of features, a list of errors, or either of them wrapped in base64. */
function speaksV7(result: Exchange): boolean {
  if (result.kind === 'failure') return false;
  const { json } = result;
  if (Array.isArray(json)) return json.every((feature) => isRecord(feature) && 'name' in feature);
  if (!isRecord(json)) return false;
  const wrapped = get(json, 'format') === 'base64' && typeof get(json, 'content') === 'string';
  return wrapped || Array.isArray(get(json, 'errors'));
}

function isDown(result: Exchange): boolean {
  return result.kind === 'answer' && result.status >= 500 && result.json === undefined;
}
