import { useState } from 'preact/hooks';
import type { ErrorCode } from '../model/error.ts';
import type { Places } from '../protocol/edit-calls.ts';
import { useOpened } from './parts/use-opened.ts';
import { ask } from './state.ts';

export type KnownPlaces = {
  /** Null until the worker has answered. */
  readonly places: Places | null;
  readonly problem: ErrorCode | null;
  readonly again: () => void;
};

/** Vaults and folders for the place picker, asked for when the screen opens. */
export function usePlaces(): KnownPlaces {
  const [places, setPlaces] = useState<Places | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  async function load() {
    setProblem(null);
    const result = await ask('places', {});
    if (result.ok) setPlaces(result.value);
    else setProblem(result.error.code);
  }
  useOpened(() => {
    void load();
  });
  return { places, problem, again: () => void load() };
}
