import { t } from '../../popup/parts/text.ts';
import { PasskeySetting } from '../../popup/quick/passkey.tsx';
import { Pin } from '../../popup/quick/pin.tsx';
import { managed } from '../saved.ts';
import { Choice, Switch } from '../setting.tsx';
import { status } from '../status.ts';
import { duration } from './duration.ts';
import { Section } from './section.tsx';

const lockMinutes = [1, 5, 15, 30, 60, 240, 0];
const idleMinutes = [1, 5, 15, 30, 60, 240, 0];

export function LockSection() {
  const unlocked = status.value?.state === 'unlocked' ? status.value : null;
  const pinAllowed = managed.value?.pinAllowed !== false;
  return (
    <Section id="lock">
      <div class="card">
        <Choice
          of="lockAfterMinutes"
          label={t('lockAfter')}
          hint={t('lockAfterHint')}
          choices={lockMinutes}
          name={(minutes) => (minutes === 0 ? t('lockNever') : duration(minutes * 60))}
        />
        <Choice
          of="lockIdleMinutes"
          label={t('lockIdle')}
          hint={t('lockIdleHint')}
          choices={idleMinutes}
          name={(minutes) => (minutes === 0 ? t('lockIdleNever') : duration(minutes * 60))}
        />
        <Switch of="lockWithScreen" label={t('lockWithScreen')} hint={t('lockWithScreenHint')} />
        <Switch
          of="lockWithLastWindow"
          label={t('lockWithLastWindow')}
          hint={t('lockWithLastWindowHint')}
        />
        <Pin unlocked={unlocked !== null} allowed={pinAllowed} />
        {unlocked !== null && pinAllowed && <PasskeySetting user={unlocked.user} />}
      </div>
    </Section>
  );
}
