import { Mark } from '../popup/parts/mark.tsx';
import { NoticeLine } from '../popup/parts/notice-line.tsx';
import { plural, t } from '../popup/parts/text.ts';
import { PasskeySetting } from '../popup/quick/passkey.tsx';
import { Pin } from '../popup/quick/pin.tsx';
import { About } from './about.tsx';
import { Account } from './account.tsx';
import { managed } from './saved.ts';
import { Choice, Switch } from './setting.tsx';
import { status } from './worker.ts';

const lockMinutes = [1, 5, 15, 30, 60, 240, 0];
const clipboardSeconds = [10, 30, 60, 120, 0];

export function Options() {
  const unlocked = status.value?.state === 'unlocked' ? status.value : null;
  const pinAllowed = managed.value?.pinAllowed !== false;
  return (
    <main class="options">
      <header class="options-head">
        <Mark size={44} />
        <h1>{t('optionsTitle')}</h1>
      </header>
      <section aria-labelledby="security-title">
        <h2 id="security-title">{t('optionsSecurity')}</h2>
        <div class="card">
          <Choice
            of="lockAfterMinutes"
            label={t('lockAfter')}
            hint={t('lockAfterHint')}
            choices={lockMinutes}
            name={(minutes) => (minutes === 0 ? t('lockNever') : duration(minutes * 60))}
          />
          <Switch of="lockWithScreen" label={t('lockWithScreen')} hint={t('lockWithScreenHint')} />
          <Switch
            of="lockWithLastWindow"
            label={t('lockWithLastWindow')}
            hint={t('lockWithLastWindowHint')}
          />
          <Pin unlocked={unlocked !== null} allowed={pinAllowed} />
          {unlocked !== null && pinAllowed && <PasskeySetting user={unlocked.user} />}
          <Choice
            of="clipboardSeconds"
            label={t('clipboardAfter')}
            hint={t('clipboardAfterHint')}
            choices={clipboardSeconds}
            name={(seconds) => (seconds === 0 ? t('clipboardNever') : duration(seconds))}
          />
        </div>
      </section>
      <section aria-labelledby="pages-title">
        <h2 id="pages-title">{t('optionsPages')}</h2>
        <div class="card">
          <Switch of="offerInPage" label={t('offerInPage')} hint={t('offerInPageHint')} />
        </div>
      </section>
      <Account />
      <About />
      <NoticeLine />
    </main>
  );
}

function duration(seconds: number): string {
  if (seconds < 60) return plural('durationSeconds', seconds);
  if (seconds < 3600) return plural('durationMinutes', seconds / 60);
  return plural('durationHours', seconds / 3600);
}
