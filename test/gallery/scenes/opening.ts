/** Before the worker has answered. */
import { bad, never, type Scene } from '../scene.ts';

export const openingScenes = {
  loading: { answers: { status: never } },
  'no-answer': { answers: { status: () => bad('internal') } },
} as const satisfies Record<string, Scene>;
