import { askToNotify } from '../../platform/notifications.ts';
import { say } from '../../popup/parts/notice.ts';
import { Setting } from '../../popup/parts/setting.tsx';
import { t } from '../../popup/parts/text.ts';
import { managed, saveSettings, settings } from '../saved.ts';
import { Switch } from '../setting.tsx';
import { Section } from './section.tsx';

/** What Latchkey shows outside its own window. */
export function BrowserSection() {
  return (
    <Section id="browser">
      <div class="card">
        <Switch of="badgeMatches" label={t('badgeMatches')} hint={t('badgeMatchesHint')} />
        <Switch of="omniboxSearch" label={t('omniboxSearch')} hint={t('omniboxSearchHint')} />
        <NotifyInbox />
      </div>
    </Section>
  );
}

/** Switched on only with the browser's permission, which is asked for with the very press. */
function NotifyInbox() {
  const value = settings.value?.notifyInbox;
  const fixed = managed.value?.settings.includes('notifyInbox') ?? false;

  async function set(on: boolean) {
    // Also where the organisation has switched it on, the permission is the person's to give.
    if (on && !(await askToNotify())) say(t('notifyRefused'), { bad: true });
    else if (!fixed) await saveSettings({ notifyInbox: on });
    // A refusal leaves the box as it was.
    settings.value = settings.value && { ...settings.value };
  }

  return (
    <Setting id="notify" label={t('notifyInbox')} hint={t('notifyInboxHint')} fixed={fixed}>
      <input
        id="notify"
        type="checkbox"
        aria-describedby={fixed ? 'notify-hint notify-fixed' : 'notify-hint'}
        disabled={value === undefined || fixed}
        checked={value ?? false}
        onChange={(event) => {
          const box = event.currentTarget;
          void set(box.checked).then(() => {
            box.checked = settings.value?.notifyInbox ?? false;
          });
        }}
      />
    </Setting>
  );
}
