/**
 * What lies sealed on the disk and only the user's secret opens: the credential, and the key of the
 * account's own records (`accounts/records.ts`), so that these outlive the browser as it does.
 */
import { sealText, unsealText } from '../../crypto/seal.ts';
import { AppError } from '../../model/error.ts';
import { either, invalid, record, text } from '../../protocol/parse.ts';
import { newKeyText } from '../seal.ts';

export type Credential = {
  readonly apiKey: string;
  /** Base64. */
  readonly recordKey: string;
};

const apiKey = text(20_000);
const parser = either(
  record<Credential>({ apiKey, recordKey: text(100) }),
  // Sealed by a version that kept no records.
  record<Pick<Credential, 'apiKey'>>({ apiKey }),
);

export function sealCredential(credential: Credential, secret: string): Promise<string> {
  return sealText(JSON.stringify(credential), secret);
}

/**
 * Throws `wrong-master-password` where the secret does not open it. `resealed` is set where it had
 * no key for records yet: it has one now, and is to be stored instead.
 */
export async function openCredential(
  sealed: string,
  secret: string,
): Promise<Credential & { readonly resealed: string | null }> {
  const parsed = parser(JSON.parse(await unsealText(sealed, secret)));
  if (parsed === invalid) throw new AppError('internal', 'not a credential of ours');
  if ('recordKey' in parsed) return { ...parsed, resealed: null };
  const credential = { ...parsed, recordKey: newKeyText() };
  return { ...credential, resealed: await sealCredential(credential, secret) };
}
