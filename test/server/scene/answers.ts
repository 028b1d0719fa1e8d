import { isJsonObject, type JsonObject } from '../state/json.ts';
import type { SceneRoute } from './scene.ts';

export type Answers = ReturnType<typeof createAnswers>;

/** What the routes of a scene say, by method and path, without the envelope of v4. */
export function createAnswers({ routes }: { readonly routes: readonly SceneRoute[] }) {
  const find = (method: string, path: string) =>
    routes.find((route) => route.method === method && route.path === path);
  const data = (path: string): unknown => dataOf(find('GET', path)?.response);
  return {
    status: (path: string): number | undefined => find('GET', path)?.status,
    data,
    object: (path: string): JsonObject => asObject(data(path)),
    list: (path: string): JsonObject[] => asList(data(path)),
    /** Paths of one kind that are read with success, such as `/vaults/{id}`; gives their ids. */
    idsUnder(method: string, prefix: string): string[] {
      return routes.flatMap((route) => {
        const id = route.path.slice(prefix.length);
        const plain = route.method === method && /^[0-9a-f]{24}$/.test(id);
        return plain && route.path.startsWith(prefix) && route.status === 200 ? [id] : [];
      });
    },
    /** The last answer to a POST: where there are two, the one without conditions. */
    posted: (path: string): JsonObject => {
      const posts = routes.filter((each) => each.method === 'POST' && each.path === path);
      return asObject(dataOf(posts.at(-1)?.response));
    },
  };
}

function dataOf(response: unknown): unknown {
  const { status, data } = asObject(response);
  return typeof status === 'string' ? data : response;
}

export function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}

export function asList(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

export function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
