import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { LinkLife } from '../../../model/item-can.ts';
import type { ItemRef } from '../../../protocol/item-calls.ts';
import { sayCopied } from '../../actions.ts';
import { Button } from '../../parts/button.tsx';
import { sayError } from '../../parts/notice.ts';
import { type MessageKey, t } from '../../parts/text.ts';
import { ask } from '../../state.ts';

const lifeNames: Record<LinkLife, MessageKey> = {
  hour: 'lifeHour',
  day: 'lifeDay',
  week: 'lifeWeek',
  month: 'lifeMonth',
  forever: 'lifeForever',
};

/** A link for somebody without an account: made here, copied with the code that opens it. */
export function Share({ itemRef, lives }: { itemRef: ItemRef; lives: readonly LinkLife[] }) {
  const id = useId();
  const [life, setLife] = useState<LinkLife>(lives[0] ?? 'hour');
  const [reusable, setReusable] = useState(false);
  const [busy, setBusy] = useState(false);
  const [url, setUrl] = useState('');
  const made = useRef<HTMLInputElement>(null);

  useEffect(() => {
    // It comes below the fold, where nobody would look for it, and the notice lies over the foot.
    if (url !== '') made.current?.scrollIntoView({ block: 'center' });
  }, [url]);

  async function make() {
    setBusy(true);
    const result = await ask('share', { ref: itemRef, life, reusable });
    setBusy(false);
    if (!result.ok) return sayError(result.error.code);
    setUrl(result.value.url);
    sayCopied(t('shareLink'), result.value.clearsIn);
  }

  return (
    <div class="act-panel">
      <p>{t('shareText')}</p>
      <div class="act-line">
        <label for={id}>{t('shareLife')}</label>
        <select
          id={id}
          name="life"
          class="plain-input"
          value={life}
          onChange={(event) => {
            const chosen = lives.find((each) => each === event.currentTarget.value);
            if (chosen !== undefined) setLife(chosen);
          }}
        >
          {lives.map((each) => (
            <option key={each} value={each}>
              {t(lifeNames[each])}
            </option>
          ))}
        </select>
      </div>
      <label class="act-line">
        <input
          type="checkbox"
          name="reusable"
          checked={reusable}
          onChange={(event) => setReusable(event.currentTarget.checked)}
        />
        <span>{t('shareReusable')}</span>
      </label>
      <Button kind="primary" size="wide" icon="link" busy={busy} onPress={() => void make()}>
        {t('shareMake')}
      </Button>
      {url !== '' && (
        <input
          class="plain-input"
          name="share-link"
          aria-label={t('shareLink')}
          readOnly
          dir="ltr"
          value={url}
          ref={made}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}
