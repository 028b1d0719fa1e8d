import { useState } from 'preact/hooks';
import { askForChallenges, challengesWait, leaveChallenges } from '../../platform/challenges.ts';
import { Button } from '../../popup/parts/button.tsx';
import { say, sayError } from '../../popup/parts/notice.ts';
import { t } from '../../popup/parts/text.ts';
import { useOpened } from '../../popup/parts/use-opened.ts';
import { call } from '../../popup/worker.ts';
import type { Realm } from '../../protocol/challenge-calls.ts';
import { settings } from '../saved.ts';
import { PermissionSwitch } from '../setting.tsx';

/** Sign-in windows of the browser. In Chromium it tells of them from its next start only. */
export function Challenges() {
  const [waits, setWaits] = useState(false);
  const look = async () => setWaits(await challengesWait());
  useOpened(() => void look());
  const isOn = settings.value?.answerChallenges === true;
  return (
    <PermissionSwitch
      id="challenges"
      of="answerChallenges"
      label={t('answerChallenges')}
      hint={t('answerChallengesHint')}
      note={waits && isOn ? t('challengesRestart') : ''}
      ask={() => askForChallenges().finally(look)}
      refused={t('challengesRefused')}
      leave={() => leaveChallenges().finally(look)}
    />
  );
}

/** Realms for which nothing is asked any more. A locked vault shows none. */
export function Realms() {
  const [realms, setRealms] = useState<readonly Realm[]>([]);
  useOpened(() => {
    void call('realms', {}).then((result) => {
      if (result.ok) setRealms(result.value);
    });
  });

  async function forget(realm: Realm) {
    const result = await call('forgetRealm', realm);
    if (!result.ok) return sayError(result.error.code);
    setRealms(result.value);
    say(t('settingsSaved'));
  }

  if (realms.length === 0) return null;
  return (
    <>
      <h3>{t('realmsTitle')}</h3>
      <div class="card sites">
        {realms.map((each) => (
          <div class="setting" key={`${each.origin} ${each.realm}`}>
            <div class="words">
              <bdi class="name" dir="ltr">
                {each.origin}
              </bdi>
              <bdi class="hint">{each.realm}</bdi>
            </div>
            <Button size="small" kind="quiet" onPress={() => void forget(each)}>
              {t('realmForget')} <span class="hidden-visually">{each.origin}</span>
            </Button>
          </div>
        ))}
      </div>
    </>
  );
}
