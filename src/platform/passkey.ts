/**
 * A passkey of this device that unlocks (WebAuthn with the PRF extension): the authenticator derives
 * a secret that nothing else can, after its own check of the person. For pages only.
 */

export type Passkey = {
  /** Name by which the authenticator finds it, base64. */
  readonly credential: string;
  /** 32 bytes that only this passkey derives, base64. */
  readonly secret: string;
};

/** What the authenticator derives the secret from; fixed, since every passkey has a key of its own. */
const input = new TextEncoder().encode('latchkey unlock, first version!!');

/** True where the device can check a person by itself (fingerprint, face, its own PIN). */
export async function hasAuthenticator(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis)) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
}

/** Asks the person to make one. Null where they decline, or the authenticator derives no secrets. */
export async function makePasskey(userName: string): Promise<Passkey | null> {
  const made = await quietly(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { name: 'Latchkey' },
        user: { id: random(), name: userName, displayName: userName },
        // The signature is never looked at; these are the two kinds that every authenticator has.
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        challenge: random(),
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          userVerification: 'required',
        },
        extensions: { prf: {} },
      },
    }),
  );
  return made === null ? null : askPasskey(toBase64(new Uint8Array(made.rawId)));
}

/** Asks the person for the secret of a passkey. Null where they decline, or it is gone. */
export async function askPasskey(credential: string): Promise<Passkey | null> {
  const got = await quietly(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(),
        allowCredentials: [{ type: 'public-key', id: fromBase64(credential) }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: input } } },
      },
    }),
  );
  const derived = got?.getClientExtensionResults().prf?.results?.first;
  if (derived === undefined) return null;
  const bytes = new Uint8Array(derived instanceof ArrayBuffer ? derived : derived.buffer);
  return { credential, secret: toBase64(bytes) };
}

/** The browser throws for a person's no, for a missing authenticator and for a passkey it does not know. */
async function quietly(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  try {
    const answer = await ask();
    return answer instanceof PublicKeyCredential ? answer : null;
  } catch {
    return null;
  }
}

const random = () => crypto.getRandomValues(new Uint8Array(32));
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
