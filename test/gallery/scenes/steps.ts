/** What scenes of several screens begin with. */
import { type Answers, fine } from '../scene.ts';

export const openFirst = [{ key: 'ArrowRight' }] as const;
export const setUp: Partial<Answers> = { status: () => fine({ state: 'not-set-up' }) };
export const connect = { press: 'button[type=submit]' } as const;
export const free = {
  settings: [],
  servers: [],
  pinAllowed: true,
  revealAllowed: true,
  generatedPasswords: null,
} as const;
