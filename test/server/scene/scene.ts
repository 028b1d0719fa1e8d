import { readFileSync } from 'node:fs';

/** A scene of `test/vectors`: one server and one user, as answers. The format is in its README. */
export type SceneRoute = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The whole body: with an envelope around `data` in v4, bare in v7. */
  readonly response: unknown;
  readonly query?: Readonly<Record<string, string>>;
  readonly when?: unknown;
};

export type SceneRequest = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
};

type SceneHead = {
  readonly name: string;
  readonly clientSideEncryption: boolean;
  readonly routes: readonly SceneRoute[];
  readonly expected: { readonly masterHash: string | null };
};

export type SceneOperation = {
  readonly client: string;
  readonly operation: string;
  readonly call?: unknown;
  readonly requests: readonly SceneRequest[];
};

export type V4Scene = SceneHead & {
  readonly serverVersion: string;
  readonly credentials: {
    readonly apiKey: string;
    readonly masterPassword: string | null;
    readonly refreshToken: string | null;
  };
  /** Only in `v4-requests.json`. */
  readonly operations?: readonly SceneOperation[];
};

export type V7Scene = SceneHead & {
  readonly wrapBase64: boolean;
};

/** Requests of `v7-requests.json`, with the scene they were recorded against. */
export type V7Recording = {
  readonly name: string;
  readonly scene: V7Scene;
  readonly operations: readonly SceneOperation[];
};

/** The scenes of one file of `test/vectors`, whose format the README there fixes. */
function readScenes<T>(file: string): readonly T[] {
  const url = new URL(`../../vectors/${file}`, import.meta.url);
  const { scenes } = JSON.parse(readFileSync(url, 'utf8')) as { scenes: readonly T[] };
  return scenes;
}

export const readV4Scenes = (file: string) => readScenes<V4Scene>(file);
export const readV7Scenes = (file: string) => readScenes<V7Scene>(file);

type StoredRecording = Omit<V7Recording, 'scene'> & {
  readonly scene: { readonly file: string; readonly name: string };
};

export function readV7Recordings(): readonly V7Recording[] {
  return readScenes<StoredRecording>('v7-requests.json').map(({ scene: at, ...recording }) => {
    const scene = readV7Scenes(at.file).find(({ name }) => name === at.name);
    if (!scene) throw new Error(`${at.file} has no scene ${at.name}`);
    return { ...recording, scene };
  });
}
