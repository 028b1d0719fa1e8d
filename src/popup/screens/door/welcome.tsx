import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../../model/settings.ts';
import { askForSites, mayReachSites } from '../../../platform/permissions.ts';
import { Button } from '../../parts/button.tsx';
import { Mark } from '../../parts/mark.tsx';
import { sayError } from '../../parts/notice.ts';
import { Setting } from '../../parts/setting.tsx';
import { t } from '../../parts/text.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { PasskeySetting } from '../../quick/passkey.tsx';
import { Pin } from '../../quick/pin.tsx';
import { ask, managed, show, status } from '../../state.ts';
import { Steps, setupSteps } from './steps.tsx';

/** The last step of the first run: what Latchkey may do, and what makes unlocking quick. */
export function Welcome() {
  const heading = useRef<HTMLHeadingElement>(null);
  const current = status.value;
  const pinAllowed = managed.value?.pinAllowed !== false;
  useOpened(() => {
    heading.current?.focus();
  });
  return (
    <div class="door">
      <Steps at={setupSteps} />
      <div class="head">
        <Mark size={40} />
        <h1 ref={heading} tabIndex={-1}>
          {t('welcomeTitle')}
        </h1>
        <p>{t('welcomeText')}</p>
      </div>
      <div class="card">
        <SiteAccess />
        <OfferInPage />
        {pinAllowed && <Pin unlocked={current?.state === 'unlocked'} allowed />}
        {pinAllowed && current?.state === 'unlocked' && <PasskeySetting user={current.user} />}
      </div>
      <Button kind="primary" size="wide" onPress={() => show({ screen: 'home' })}>
        {t('start')}
      </Button>
      <p class="aside">{t('welcomeLater')}</p>
    </div>
  );
}

function Line({
  name,
  hint,
  children,
}: {
  name: string;
  hint: string;
  children: ComponentChildren;
}) {
  return (
    <div class="setting">
      <div class="words">
        <span class="name">{name}</span>
        <p class="hint">{hint}</p>
      </div>
      {children}
    </div>
  );
}

/** The permission that the browser shows at installing, said in our words, and asked for where it is missing. */
function SiteAccess() {
  const [granted, setGranted] = useState<boolean | null>(null);
  useOpened(() => {
    void mayReachSites().then(setGranted);
  });
  return (
    <Line
      name={t('siteAccess')}
      hint={t(granted === false ? 'siteAccessMissing' : 'siteAccessHint')}
    >
      {granted === false && (
        <Button size="small" onPress={() => void askForSites().then(setGranted)}>
          {t('siteAccessAllow')}
        </Button>
      )}
    </Line>
  );
}

function OfferInPage() {
  const id = useId();
  const [settings, setSettings] = useState<Settings | null>(null);
  useOpened(() => {
    void ask('settings', {}).then((result) => result.ok && setSettings(result.value));
  });
  const fixed = managed.value?.settings.includes('offerInPage') ?? false;

  async function save(next: Settings) {
    const result = await ask('saveSettings', next);
    if (result.ok) setSettings(result.value);
    else sayError(result.error.code);
  }

  return (
    <Setting id={id} label={t('offerInPage')} hint={t('offerInPageHint')} fixed={fixed}>
      <input
        id={id}
        type="checkbox"
        aria-describedby={`${id}-hint`}
        disabled={settings === null || fixed}
        checked={settings?.offerInPage ?? false}
        onChange={(event) => {
          if (settings) void save({ ...settings, offerInPage: event.currentTarget.checked });
        }}
      />
    </Setting>
  );
}
