import { useEffect } from 'preact/hooks';

/** Runs once, when the screen or part has been put into the page; what it returns, when it leaves. */
export function useOpened(act: () => undefined | (() => void)): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changes later is not its business
  useEffect(act, []);
}
