/** The first run, and the way in again. */
import type { Result } from '../../../src/protocol/result.ts';
import { item } from '../data.ts';
import { bad, fine, locked, never, type Scene, unlocked } from '../scene.ts';
import { connect, free, openFirst, setUp } from './steps.ts';

const typedHost = { into: 'host', text: 'passwork.northwind.example' } as const;
const typedAccount = [typedHost, connect, { into: 'apiKey', text: 'jS9dk3mNcV0pQ' }] as const;
/** One answer the first time, another one ever after. */
function once<T>(first: Result<T>, later: Result<T>): () => Result<T> {
  let asked = false;
  return () => {
    const answer = asked ? later : first;
    asked = true;
    return answer;
  };
}

export const doorScenes = {
  setup: { answers: setUp },
  'setup-managed': {
    answers: {
      ...setUp,
      managed: () => fine({ ...free, servers: ['pw.northwind.example', 'pw.contoso.example'] }),
    },
  },
  'setup-empty-field': { answers: setUp, acts: [connect] },
  'setup-connecting': { answers: { ...setUp, signIn: never }, acts: [...typedAccount, connect] },
  'setup-probing': { answers: { ...setUp, probe: never }, acts: [typedHost, connect] },
  'setup-offline': {
    answers: { ...setUp, probe: () => bad('offline') },
    acts: [typedHost, connect],
  },
  'setup-certificate': {
    answers: { ...setUp, probe: () => bad('offline') },
    acts: [typedHost, connect, { press: 'form .button:not(.primary)' }, { wait: '.banner' }],
  },
  'setup-not-passwork': {
    answers: { ...setUp, probe: () => bad('not-passwork') },
    acts: [typedHost, connect],
  },
  'setup-credential': { answers: setUp, acts: typedAccount },
  'setup-tokens': {
    answers: { ...setUp, probe: () => fine({ generation: 'v7', version: '' }) },
    acts: [typedHost, connect, connect],
  },
  'setup-key-missing': { answers: setUp, acts: [typedHost, connect, connect] },
  'setup-wrong-key': {
    answers: { ...setUp, signIn: () => bad('wrong-credential') },
    acts: [...typedAccount, connect],
  },
  'setup-master-password': {
    answers: { ...setUp, signIn: () => bad('master-password-needed') },
    acts: [...typedAccount, connect],
  },
  'setup-server-error': {
    answers: { ...setUp, signIn: () => bad('server-error') },
    acts: [...typedAccount, connect],
  },
  'setup-passphrase': {
    answers: { ...setUp, signIn: () => bad('passphrase-needed') },
    acts: [...typedAccount, connect],
  },
  'setup-passphrase-short': {
    answers: { ...setUp, signIn: () => bad('passphrase-needed') },
    acts: [...typedAccount, connect, { into: 'passphrase', text: 'short' }, connect],
  },
  welcome: { answers: { ...setUp }, acts: [...typedAccount, connect] },
  'welcome-no-sites': { answers: { ...setUp }, acts: [...typedAccount, connect] },
  'welcome-managed': {
    answers: {
      ...setUp,
      managed: () => fine({ ...free, settings: ['offerInPage'], pinAllowed: false }),
    },
    acts: [...typedAccount, connect],
  },
  unlock: { answers: { status: () => fine(locked) } },
  'unlock-passphrase': { answers: { status: () => fine({ ...locked, secret: 'passphrase' }) } },
  'unlock-wrong': {
    answers: { status: () => fine(locked), unlock: () => bad('wrong-master-password') },
    acts: [{ into: 'secret', text: 'wrong one' }, connect],
  },
  'unlock-weaker-key': {
    answers: { status: () => fine(locked), unlock: () => bad('weak-key-derivation') },
    acts: [{ into: 'secret', text: 'the right one' }, connect],
  },
  'unlock-pin': { answers: { status: () => fine({ ...locked, pinTries: 5 }) } },
  'unlock-pin-wrong': {
    answers: {
      status: () => fine({ ...locked, pinTries: 5 }),
      unlockWithPin: () => bad('wrong-pin', { triesLeft: 2 }),
    },
    acts: [{ into: 'secret', text: '111111' }, connect],
  },
  'unlock-pin-spent': {
    answers: {
      status: () => fine({ ...locked, pinTries: 1 }),
      unlockWithPin: () => bad('too-many-tries'),
    },
    acts: [{ into: 'secret', text: '111111' }, connect],
  },
  'unlock-expired': {
    answers: { status: () => fine({ ...locked, reason: 'session-expired' }) },
  },
  'unlock-revoked': {
    answers: { status: () => fine(locked), unlock: () => bad('wrong-credential') },
    acts: [{ into: 'secret', text: 'the right one' }, connect],
  },
  'unlock-other-account': {
    answers: {
      status: () => fine(locked),
      accounts: () =>
        fine([
          { id: 'a', host: 'passwork.northwind.example', user: 'Katharina Fischer', active: true },
          { id: 'b', host: 'pw.contoso.example', user: 'k.fischer', active: false },
        ]),
    },
    acts: [{ press: '.under button' }],
  },
  'ended-by-server': {
    answers: {
      status: once(fine(unlocked), fine({ ...locked, reason: 'session-expired' })),
      open: once(bad('session-expired'), fine(item)),
    },
    acts: openFirst,
  },
  'locked-by-itself': { answers: { status: once(fine(unlocked), fine(locked)) } },
} as const satisfies Record<string, Scene>;
