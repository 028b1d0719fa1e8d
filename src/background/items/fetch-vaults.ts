/** Fetches every vault, or a single one, a few at a time. */
import { type AppError, type ErrorCode, toAppError } from '../../model/error.ts';
import type { Vault } from '../../model/item.ts';
import type { Passwork, VaultContent } from '../../passwork/passwork.ts';

const atOnce = 4;

/** After these there is no use in asking for the other vaults. */
const endsAll: readonly ErrorCode[] = [
  'offline',
  'session-expired',
  'wrong-credential',
  'locked',
  'cancelled',
  'second-factor-needed',
];

export type VaultSink = {
  /** The vaults that the user may see; rows of any other are gone. */
  list(vaults: readonly Vault[]): void;
  /** `content` is null where the right to it is gone. Awaited before the next vault is fetched. */
  vault(vault: Vault, content: VaultContent | null): Promise<void>;
  /** The vault could not be fetched; what is known of it stays. */
  failed(vault: Vault): void;
};

/** Answers with the first failure that leaves something old, null where there is none. */
export async function fetchVaults(
  client: Passwork,
  sink: VaultSink,
  { only, signal }: { only: string | null; signal: AbortSignal },
): Promise<AppError | null> {
  let left: Vault[];
  try {
    left = await client.vaults({ signal });
  } catch (thrown) {
    return toAppError(thrown);
  }
  sink.list(left);
  left = left.filter(({ id }) => only === null || id === only);
  let problem: AppError | null = null;
  const lane = async () => {
    for (let vault = left.shift(); vault !== undefined; vault = left.shift()) {
      const content = await fetchContent(client, vault, signal);
      if (signal.aborted) return;
      if (content instanceof Error) {
        problem ??= content;
        if (endsAll.includes(content.code)) left = [];
        sink.failed(vault);
      } else await sink.vault(vault, content);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return problem;
}

/** Null where the user may not read the vault. */
async function fetchContent(
  client: Passwork,
  vault: Vault,
  signal: AbortSignal,
): Promise<VaultContent | null | AppError> {
  try {
    return await client.vaultContent(vault.id, { signal });
  } catch (thrown) {
    const error = toAppError(thrown);
    return error.code === 'denied' || error.code === 'not-found' ? null : error;
  }
}
