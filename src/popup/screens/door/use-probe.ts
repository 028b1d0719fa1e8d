/** Asks what answers at the address that is being typed, once the typing has come to rest. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import type { ServerFound } from '../../../protocol/session-calls.ts';
import { call } from '../../worker.ts';

export type Probe =
  | { readonly state: 'none' }
  | { readonly state: 'asking' }
  | { readonly state: 'found'; readonly found: ServerFound }
  | { readonly state: 'failed'; readonly code: ErrorCode };

/** Long enough that no half-typed name is asked for. */
const rest = 1000;
/** A name with an ending, an address, or this machine; with whatever stands before and behind it. */
const wholeAddress = /^(?:https?:\/\/)?(?:[^\s/]+\.[^\s/.]{2,}|[\d.]+|localhost|\[[\da-f:]+\])/i;

/** `ask` looks at once, and asks nobody a second time for the same address that answered. */
export function useProbe(typed: string): {
  readonly probe: Probe;
  readonly ask: () => Promise<Probe>;
} {
  const host = typed.trim();
  const [probe, setProbe] = useState<Probe & { readonly host: string }>({ host, state: 'none' });
  const newest = useRef(host);
  newest.current = host;
  const asked = useRef('');
  const shown: Probe = probe.host === host ? probe : { state: 'none' };

  async function ask(): Promise<Probe> {
    if (shown.state === 'found') return shown;
    asked.current = host;
    setProbe({ host, state: 'asking' });
    const result = await call('probe', { host });
    const next: Probe = result.ok
      ? { state: 'found', found: result.value }
      : { state: 'failed', code: result.error.code };
    // An answer about an address that has been changed meanwhile is nobody's business.
    if (newest.current === host) setProbe({ host, ...next });
    return next;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait
  useEffect(() => {
    if (!wholeAddress.test(host)) return;
    const timer = setTimeout(() => {
      // Whoever pressed the button meanwhile reads the answer, or the reason found for it, already.
      if (asked.current !== host) void ask();
    }, rest);
    return () => clearTimeout(timer);
  }, [host]);

  return { probe: shown, ask };
}
