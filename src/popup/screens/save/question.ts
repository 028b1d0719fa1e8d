import { signal } from '@preact/signals';
import type { SaveQuestion } from '../../../protocol/save-calls.ts';
import { whenLocked } from '../../state.ts';
import { tabId } from '../../tab.ts';
import { call } from '../../worker.ts';

/** What this popup asks before anything else; null for nothing, and once it was answered or put off. */
export const saveQuestion = signal<SaveQuestion | null>(null);

whenLocked(() => {
  saveQuestion.value = null;
});

/** Asked beside the status, so that the first screen is the right one. */
export async function loadSaveQuestion(): Promise<void> {
  const result = await call('saveQuestion', { tabId: await tabId() });
  // Somebody who types already is looking for something else.
  const typed = document.querySelector<HTMLInputElement>('#search')?.value ?? '';
  if (result.ok && typed === '') saveQuestion.value = result.value;
}
