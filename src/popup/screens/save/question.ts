import { signal } from '@preact/signals';
import type { SaveQuestion } from '../../../protocol/save-calls.ts';
import { show, whenLocked } from '../../state.ts';
import { tabId } from '../../tab.ts';
import { isAsOpened } from '../../view.ts';
import { call } from '../../worker.ts';

/** What this popup asks before anything else; null for nothing, and once it was answered or put off. */
export const saveQuestion = signal<SaveQuestion | null>(null);

whenLocked(() => {
  saveQuestion.value = null;
});

/** Asked beside the status, so that the first screen is the right one. */
export async function loadSaveQuestion(): Promise<void> {
  const result = await call('saveQuestion', { tabId: await tabId() });
  // Somebody who types already is looking for something else. What an earlier popup left there is no such sign.
  if (!result.ok || result.value === null || !isAsOpened()) return;
  saveQuestion.value = result.value;
  show({ screen: 'home' });
}
