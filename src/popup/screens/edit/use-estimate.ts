import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../state.ts';

/** Milliseconds after the last key. */
const askAfter = 200;

/** What a typed password is worth, in bits; null for none, and until the worker has said. */
export function useEstimate(password: string | null): number | null {
  const [bits, setBits] = useState<number | null>(null);
  useEffect(() => {
    if (password === null || password === '') {
      setBits(null);
      return;
    }
    let current = true;
    const timer = setTimeout(async () => {
      const result = await ask('estimate', { password });
      if (current && result.ok) setBits(result.value.bits);
    }, askAfter);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [password]);
  return bits;
}
