import { readFileSync } from 'node:fs';

/** A scene of `test/vectors`: one server and one user, as answers. The format is in its README. */
export type SceneRoute = {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly response: { readonly data?: unknown };
  readonly when?: unknown;
};

export type SceneRequest = {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
};

export type V4Scene = {
  readonly name: string;
  readonly clientSideEncryption: boolean;
  readonly serverVersion: string;
  readonly credentials: {
    readonly apiKey: string;
    readonly masterPassword: string | null;
    readonly refreshToken: string | null;
  };
  readonly routes: readonly SceneRoute[];
  readonly expected: { readonly masterHash: string | null };
  /** Only in `v4-requests.json`. */
  readonly operations?: readonly {
    readonly client: string;
    readonly operation: string;
    readonly call: unknown;
    readonly requests: readonly SceneRequest[];
  }[];
};

/** The scenes of one file of `test/vectors`, whose format the README there fixes. */
export function readV4Scenes(file: string): readonly V4Scene[] {
  const url = new URL(`../../vectors/${file}`, import.meta.url);
  const { scenes } = JSON.parse(readFileSync(url, 'utf8')) as { scenes: readonly V4Scene[] };
  return scenes;
}
