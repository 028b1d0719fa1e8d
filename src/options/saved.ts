import { signal } from '@preact/signals';
import type { Settings } from '../model/settings.ts';
import { say, sayError } from '../popup/parts/notice.ts';
import { t } from '../popup/parts/text.ts';
import { call } from '../popup/worker.ts';
import type { Managed } from '../protocol/settings-calls.ts';

/** What the worker has; null until it said so. */
export const settings = signal<Settings | null>(null);

/** What the organisation prescribes; null until the worker said so. */
export const managed = signal<Managed | null>(null);

export async function loadSettings(): Promise<void> {
  const [had, prescribed] = await Promise.all([call('settings', {}), call('managed', {})]);
  // The controls open only once it is known which of them are prescribed.
  if (prescribed.ok) managed.value = prescribed.value;
  else sayError(prescribed.error.code);
  if (had.ok) settings.value = had.value;
  else sayError(had.error.code);
}

/** Saves at once: there is no button to forget. What could not be saved is shown as it was. */
export async function saveSettings(change: Partial<Settings>): Promise<void> {
  if (settings.value === null) return;
  const before = settings.value;
  settings.value = { ...before, ...change };
  const result = await call('saveSettings', settings.value);
  if (result.ok) {
    settings.value = result.value;
    say(t('settingsSaved'));
  } else {
    settings.value = before;
    sayError(result.error.code);
  }
}
