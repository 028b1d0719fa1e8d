/** Which forms stand in a tab after a login was typed there, as its frames tell. */
import { originOf } from '../../model/web-address.ts';
import type { Frame, FrameRef } from '../../platform/frames.ts';
import type { StandsCalls } from '../../protocol/capture-calls.ts';
import type { Client } from '../../protocol/client.ts';
import type { Candidate } from './candidates.ts';

export type FrameAsking = {
  readonly inject: (place: FrameRef) => Promise<void>;
  readonly frameClient: (place: FrameRef) => Client<StandsCalls>;
};

export type Standing = {
  /** A form for a login. */
  readonly login: boolean;
  /** A form for a new password. */
  readonly fresh: boolean;
  /** The server or the top document says that something failed. */
  readonly failed: boolean;
};

/** Asks the top frame and those of the candidate's origin; null where a document is not there yet to be asked. */
export async function findWhatStands(
  { inject, frameClient }: FrameAsking,
  { tabId, origin, kind, username, via }: Candidate,
  frames: readonly Frame[],
): Promise<Standing | null> {
  // Settings show the same form again when they have taken a password; a sign-up never does.
  const mayRepeat = kind === 'change' || (kind === 'new' && username === '');
  const seen = { login: false, fresh: false, failed: false };
  for (const { url, frameId, documentId } of frames) {
    const of = originOf(url);
    if (of === null || (frameId !== 0 && of !== origin)) continue;
    const place = { tabId, frameId, documentId };
    try {
      await inject(place);
    } catch {
      return null;
    }
    const answer = await frameClient(place).call('stands', {});
    if (!answer.ok) return null;
    const { login, fresh, thanked, failed, wrong } = answer.value;
    seen.login ||= login;
    seen.fresh ||= fresh && !(mayRepeat && thanked);
    seen.failed ||= frameId === 0 && (failed || (wrong && via === 'form'));
  }
  return seen;
}
