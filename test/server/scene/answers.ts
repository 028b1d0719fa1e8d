import { isJsonObject, type JsonObject } from '../state/json.ts';
import type { V4Scene } from './scene.ts';

export type Answers = ReturnType<typeof createAnswers>;

/** What the routes of a scene say, by method and path. */
export function createAnswers(scene: V4Scene) {
  const find = (method: string, path: string) =>
    scene.routes.find((route) => route.method === method && route.path === path);
  const data = (path: string): unknown => find('GET', path)?.response.data;
  return {
    status: (path: string): number | undefined => find('GET', path)?.status,
    data,
    object: (path: string): JsonObject => asObject(data(path)),
    list: (path: string): JsonObject[] => asList(data(path)),
    /** Paths of one kind that are read with success, such as `/vaults/{id}`; gives their ids. */
    idsUnder(method: string, prefix: string): string[] {
      return scene.routes.flatMap((route) => {
        const id = route.path.slice(prefix.length);
        const plain = route.method === method && /^[0-9a-f]{24}$/.test(id);
        return plain && route.path.startsWith(prefix) && route.status === 200 ? [id] : [];
      });
    },
    /** The last answer to a POST: where there are two, the one without conditions. */
    posted: (path: string): JsonObject => {
      const routes = scene.routes.filter((each) => each.method === 'POST' && each.path === path);
      return asObject(routes.at(-1)?.response.data);
    },
  };
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
