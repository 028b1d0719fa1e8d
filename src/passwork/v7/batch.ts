import { AppError } from '../../model/error.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import { badAnswer, get, readInteger, readList, readRecord } from '../json.ts';
import { readAnswer } from './dialect.ts';
import { parseItem, type V7Item } from './parse.ts';

/** As many requests as the official client puts into one. */
const batchSize = 25;

export function toBatches(ids: readonly string[]): string[][] {
  const batches: string[][] = [];
  for (let at = 0; at < ids.length; at += batchSize) batches.push(ids.slice(at, at + batchSize));
  return batches;
}

export type Fetched =
  | { readonly id: string; readonly source: V7Item }
  | { readonly id: string; readonly error: AppError };

/** Several items in one request (section 2b.5): answers come in the order of the questions (inferred). */
export async function fetchBatch(
  call: Caller,
  ids: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Fetched[]> {
  const requests = ids.map((id) => ({
    method: 'GET',
    relativeUrl: `/api/v1/items/${checkId(id)}`,
  }));
  const path = ['batch'];
  const answers = await call({
    method: 'POST',
    path,
    body: { requests },
    parse: parseAnswers,
    signal,
  });
  if (answers.length !== ids.length) throw badAnswer('batch');
  return ids.map((id, at) => toFetched(id, answers[at] ?? { status: 0, json: undefined }));
}

type Answer = { readonly status: number; readonly json: unknown };

function parseAnswers(data: unknown): Answer[] {
  return readList(get(readRecord(data, 'batch'), 'responses'), 'responses', (entry) => {
    const response = readRecord(entry, 'response');
    return { status: readInteger(response, 'statusCode'), json: get(response, 'body') };
  });
}

function toFetched(id: string, { status, json }: Answer): Fetched {
  const answer = { kind: 'answer', status, json, empty: false, retryAfter: undefined } as const;
  const verdict = readAnswer(answer);
  if (verdict.kind === 'data') return readItem(id, verdict.data);
  const code = verdict.kind === 'expired' ? 'session-expired' : verdict.code;
  return { id, error: new AppError(code, `request failed (${code})`) };
}

/** That it is the item that was asked for shows whether the order is what we think. */
function readItem(id: string, data: unknown): Fetched {
  try {
    const source = parseItem(data);
    if (source.item.id === id) return { id, source };
    return { id, error: badAnswer('order of the batch') };
  } catch (thrown) {
    if (thrown instanceof AppError) return { id, error: thrown };
    throw thrown;
  }
}
