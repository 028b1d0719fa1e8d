import { useEffect, useState } from 'preact/hooks';
import { askForChallenges, challengesWait, leaveChallenges } from '../../platform/challenges.ts';
import { Button } from '../../popup/parts/button.tsx';
import { say, sayError } from '../../popup/parts/notice.ts';
import { Setting } from '../../popup/parts/setting.tsx';
import { t } from '../../popup/parts/text.ts';
import { useOpened } from '../../popup/parts/use-opened.ts';
import type { Realm } from '../../protocol/challenge-calls.ts';
import { managed, saveSettings, settings } from '../saved.ts';
import { call } from '../worker.ts';

/** Sign-in windows of the browser: answered only with its permission, which is asked for with the very press. */
export function Challenges() {
  const value = settings.value?.answerChallenges;
  const fixed = managed.value?.settings.includes('answerChallenges') ?? false;
  const [waits, setWaits] = useState(false);
  useEffect(() => void challengesWait().then(setWaits), []);

  async function set(on: boolean) {
    // Also where the organisation has switched it on, the permission is the person's to give.
    if (on && !(await askForChallenges())) say(t('challengesRefused'), { bad: true });
    else {
      if (!on) await leaveChallenges();
      if (!fixed) await saveSettings({ answerChallenges: on });
    }
    setWaits(await challengesWait());
    // A refusal leaves the box as it was.
    settings.value = settings.value && { ...settings.value };
  }

  return (
    <Setting
      id="challenges"
      label={t('answerChallenges')}
      hint={t('answerChallengesHint')}
      fixed={fixed && value === false}
      note={waits && value === true ? t('challengesRestart') : ''}
    >
      <input
        id="challenges"
        type="checkbox"
        aria-describedby={waits ? 'challenges-hint challenges-note' : 'challenges-hint'}
        disabled={value === undefined || (fixed && value === false)}
        checked={value ?? false}
        onChange={(event) => {
          const box = event.currentTarget;
          void set(box.checked).then(() => {
            box.checked = settings.value?.answerChallenges ?? false;
          });
        }}
      />
    </Setting>
  );
}

/** Realms for which nothing is asked any more. A locked vault shows none. */
export function Realms() {
  const [realms, setRealms] = useState<readonly Realm[]>([]);
  useOpened(() => {
    void call('realms', {}).then((result) => {
      if (result.ok) setRealms(result.value);
    });
    return undefined;
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
