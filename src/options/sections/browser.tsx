import { askToNotify, leaveNotifications } from '../../platform/notifications.ts';
import { t } from '../../popup/parts/text.ts';
import { PermissionSwitch, Switch } from '../setting.tsx';
import { Section } from './section.tsx';

/** What Latchkey shows outside its own window. */
export function BrowserSection() {
  return (
    <Section id="browser">
      <div class="card">
        <Switch of="badgeMatches" label={t('badgeMatches')} hint={t('badgeMatchesHint')} />
        <Switch of="omniboxSearch" label={t('omniboxSearch')} hint={t('omniboxSearchHint')} />
        <PermissionSwitch
          id="notify"
          of="notifyInbox"
          label={t('notifyInbox')}
          hint={t('notifyInboxHint')}
          ask={askToNotify}
          refused={t('notifyRefused')}
          leave={leaveNotifications}
        />
      </div>
    </Section>
  );
}
