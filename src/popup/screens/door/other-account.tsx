import { useEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import type { AccountRow } from '../../../protocol/session-calls.ts';
import { Button } from '../../parts/button.tsx';
import { t } from '../../parts/text.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { enter } from '../../state.ts';
import { call } from '../../worker.ts';

/** Ways past a door that cannot be opened: another account on this device, or none at all. */
export function OtherAccount({ onFailure }: { onFailure: (code: ErrorCode) => void }) {
  const [others, setOthers] = useState<readonly AccountRow[]>([]);
  const [leaving, setLeaving] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // The button that was pressed is gone; the first of the ways takes its place.
    if (leaving) box.current?.querySelector('button')?.focus();
  }, [leaving]);

  useOpened(() => {
    // Where the list is missing the door is as usable as with one account.
    void call('accounts', {}).then((result) => {
      if (result.ok) setOthers(result.value.filter(({ active }) => !active));
    });
  });

  async function switchTo(id: string) {
    const result = await call('switchAccount', { id });
    if (result.ok) enter(result.value);
    else onFailure(result.error.code);
  }

  async function signOut() {
    const result = await call('signOut', {});
    if (result.ok) enter(result.value);
    else onFailure(result.error.code);
  }

  if (!leaving) {
    return (
      <Button kind="quiet" size="small" onPress={() => setLeaving(true)}>
        {t('otherAccount')}
      </Button>
    );
  }
  return (
    <div class="under" ref={box}>
      {others.map(({ id, host, user }) => (
        <Button key={id} size="small" onPress={() => void switchTo(id)}>
          <bdi>{t('accountAt', user, host)}</bdi>
        </Button>
      ))}
      <p>{t('signOutExplained')}</p>
      <Button kind="danger" size="small" onPress={() => void signOut()}>
        {t('signOut')}
      </Button>
    </div>
  );
}
