import { deriveMasterKey, hashKey } from '../crypto/master-key.ts';
import { makeRsaKeys, type RsaKeys } from '../crypto/rsa.ts';
import { alphabets, createIds, createRandom } from '../state/random.ts';
import type { PersonName } from './plan.ts';

/** A user of the demo with everything he would have typed or been given. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** What is typed on the web page of Passwork 7. */
  readonly login: string;
  readonly password: string;
  /** Secret of the second factor there, in base32. */
  readonly codeSecret: string;
  readonly apiKey: string;
  /** `''` without client-side encryption, as are the two that follow from it. */
  readonly masterPassword: string;
  readonly keyOptions: string | null;
  readonly masterKey: string;
  readonly rsa: RsaKeys;
  readonly extensionSecret: string;
};

export type People = Readonly<Record<PersonName, Person>>;

export type PeopleOptions = {
  readonly seed: string;
  readonly encrypted: boolean;
  /** Rounds of the key derivation; a real server asks for 300,000. */
  readonly iterations: number;
};

const said = {
  main: ['Ingrid Solberg', 'ingrid.solberg@norrsund.example', 'lantern-fjord-anchor-42'],
  second: ['Tomasz Wilk', 'tomasz.wilk@norrsund.example', 'compass-Żagiel-17'],
  guest: ['Noor Haddad', 'noor.haddad@reviewers.example', 'visitor-ledger-pencil'],
} as const;

const knownBefore = new Map<string, People>();

/** Derives every master key once: at 300,000 rounds this is most of the start of a server, and tests start hundreds. */
export function createPeople(options: PeopleOptions): People {
  const { seed, encrypted, iterations } = options;
  const known = JSON.stringify([seed, encrypted, iterations]);
  const people = knownBefore.get(known) ?? makePeople(options);
  knownBefore.set(known, people);
  return people;
}

function makePeople({ seed, encrypted, iterations }: PeopleOptions): People {
  const person = (who: PersonName): Person => {
    const random = createRandom(`${seed} person ${who}`);
    const [name, email, masterPassword] = said[who];
    const keyOptions = `pbkdf:sha256:${iterations}:64:${random.text(alphabets.salt, 20)}`;
    return {
      id: createIds(random)(),
      name,
      email,
      login: email.replace(/@.*/, ''),
      apiKey: random.text(alphabets.letters, 40),
      masterPassword: encrypted ? masterPassword : '',
      keyOptions: encrypted ? keyOptions : null,
      masterKey: encrypted ? deriveMasterKey(masterPassword, keyOptions) : '',
      // The web client of Passwork makes the first kind, the Python connector the second.
      rsa: rsaKeys(`${seed} rsa ${who}`, who === 'second' ? [2048, 'pkcs8'] : [1024, 'pkcs1']),
      extensionSecret: random.text(alphabets.letters, 60),
      password: random.text(alphabets.letters, 16),
      codeSecret: random.text(alphabets.base32, 32),
    };
  };
  return { main: person('main'), second: person('second'), guest: person('guest') };
}

const madeBefore = new Map<string, RsaKeys>();

/** Finding primes takes half a second; tests that start several servers wait for it once. */
function rsaKeys(label: string, [bits, format]: [number, 'pkcs1' | 'pkcs8']): RsaKeys {
  const keys = madeBefore.get(label) ?? makeRsaKeys(createRandom(label), bits, format);
  madeBefore.set(label, keys);
  return keys;
}

/** What the server compares the header with; null where it does not ask. */
export function masterHashOf(person: Person, legacySupport: boolean): string | null {
  if (person.masterKey === '') return null;
  return hashKey(person.masterKey, legacySupport ? 'md5' : 'sha256');
}
