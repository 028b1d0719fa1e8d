/** Ends sessions on the server. A Passwork 7 would need new tokens for the next unlock, so its session ends only for good. */
import type { Passwork, resume } from '../../passwork/index.ts';
import { parseSavedSession } from './saved-session.ts';

/** Ends a session that nobody will use; nobody waits for it. */
export function leave(opened: Passwork): void {
  if (opened.generation === 'v4') void opened.logout().catch(() => undefined);
}

/** Ends the session of a client, or of the text that was kept of one; `forGood` where the account is forgotten as well. */
export async function endOnServer(
  resumeSession: typeof resume,
  ending: Passwork | string,
  forGood: boolean,
): Promise<void> {
  const saved = typeof ending === 'string' ? parseSavedSession(ending) : null;
  const client = typeof ending !== 'string' ? ending : saved && (await resumeSession(saved));
  if (client && (forGood || client.generation === 'v4')) await client.logout();
}
