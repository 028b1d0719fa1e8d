import type { Hono } from 'hono';
import { optionalList, readBody, requireText } from '../http/body.ts';
import { isJsonObject } from '../state/json.ts';
import { refuse } from '../state/refusal.ts';
import { answer } from './answer.ts';
import type { V7Context, V7Env } from './env.ts';

const largestBatch = 100;
const root = '/api/v1';

/** Several requests in one: section 2b.5. Answers come in the order of the questions, unwrapped. */
export function addBatchRoute(app: Hono<V7Env>, routes: Hono<V7Env>): void {
  app.post('/batch', async (c) => {
    const requests = optionalList(await readBody(c), 'requests');
    if (requests === null || requests.length > largestBatch) {
      throw refuse.invalid(`requests is not a list of at most ${largestBatch}`, 'requests');
    }
    const responses = [];
    for (const request of requests) responses.push(await answerOne(c, routes, request));
    return answer(c, { responses });
  });
}

/** Goes through the same routes with the same headers, so it can do no more than its caller. */
async function answerOne(c: V7Context, routes: Hono<V7Env>, request: unknown) {
  if (!isJsonObject(request)) throw refuse.invalid('A request is no object', 'requests');
  const method = requireText(request, 'method');
  const relativeUrl = requireText(request, 'relativeUrl');
  if (!relativeUrl.startsWith(`${root}/`)) {
    throw refuse.invalid(`relativeUrl does not begin with ${root}/`, 'relativeUrl');
  }
  const headers = new Headers(c.req.raw.headers);
  headers.delete('content-length');
  const body = request.body === undefined ? null : JSON.stringify(request.body);
  const init = { method, headers, ...(method === 'GET' ? {} : { body }) };
  const response = await routes.request(relativeUrl.slice(root.length), init, c.env);
  return { statusCode: response.status, body: unwrap(await response.json()) };
}

function unwrap(json: unknown): unknown {
  if (!isJsonObject(json) || json.format !== 'base64') return json;
  return JSON.parse(Buffer.from(String(json.content), 'base64').toString('utf8'));
}
