import { useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../model/error.ts';
import type { ChallengeQuestion } from '../../protocol/challenge-calls.ts';
import { Banner } from '../parts/banner.tsx';
import { Blank } from '../parts/blank.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { errorText } from '../parts/error-text.ts';
import { Frame } from '../parts/frame.tsx';
import { SkeletonRow } from '../parts/skeleton.tsx';
import { t } from '../parts/text.ts';
import { useOpened } from '../parts/use-opened.ts';
import { ask } from '../state.ts';
import { useKeys } from '../use-keys.ts';
import { lockNow } from './foot.tsx';

/** Milliseconds that the question stands before an answer counts: it comes up under the hands of somebody who types. */
const dwell = 600;

/** Asks which item answers a server that wants name and password before it shows a page. The worker closes the window. */
export function ChallengeScreen({ id }: { id: string }) {
  const body = useRef<HTMLElement>(null);
  const shownAt = useRef(Number.POSITIVE_INFINITY);
  const [question, setQuestion] = useState<ChallengeQuestion | null>(null);
  const [chosen, setChosen] = useState(0);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);

  useOpened(() => {
    void ask('challenge', { id }).then((result) => {
      if (!result.ok) return setProblem(result.error.code);
      setQuestion(result.value);
      setOver(result.value === null);
      setTimeout(() => {
        shownAt.current = performance.now();
        body.current?.querySelector<HTMLInputElement>('input[type=radio]')?.focus();
      });
    });
  });

  async function answer(remember: boolean): Promise<void> {
    const row = question?.rows[chosen];
    if (busy || row === undefined || performance.now() - shownAt.current < dwell) return;
    setBusy(true);
    setProblem(null);
    const { id: itemId, shortcutId } = row;
    const result = await ask('answerChallenge', { id, row: { id: itemId, shortcutId }, remember });
    setBusy(false);
    if (!result.ok && result.error.code === 'moved-on') setOver(true);
    else if (!result.ok) setProblem(result.error.code);
  }
  const leave = () => void ask('leaveChallenge', { id });

  useKeys(({ event, act }) => {
    if (act === 'lock') void lockNow();
    else if (event.key === 'Escape') leave();
    // A key that is held down since before the window was there is no answer.
    else return event.repeat && event.key === 'Enter';
    return true;
  });

  return (
    <Frame
      bodyRef={body}
      head={
        <>
          <h1 class="title">{t('challengeTitle')}</h1>
          <IconButton icon="lock" label={t('lockNow')} onPress={() => void lockNow()} />
        </>
      }
    >
      {over ? (
        <Blank icon="warning" title={t('challengeOver')} text={errorText('moved-on')} />
      ) : (
        <form
          class="screen-body save challenge"
          onSubmit={(event) => {
            event.preventDefault();
            void answer(false);
          }}
        >
          {problem !== null && <Banner bad>{errorText(problem)}</Banner>}
          {question === null ? (
            problem === null && <SkeletonRow />
          ) : (
            <>
              <p>{t('challengeAsks', question.site)}</p>
              {question.realm !== '' && (
                <p class="save-site">{t('challengeRealm', question.realm.slice(0, 120))}</p>
              )}
              {question.exposed && <Banner>{t('challengeExposed')}</Banner>}
              <fieldset class="card matches">
                <legend class="hidden-visually">{t('challengeWhich')}</legend>
                {question.rows.map((row, at) => (
                  <label class="rule" key={`${row.id} ${row.shortcutId}`}>
                    <input
                      type="radio"
                      name="row"
                      checked={at === chosen}
                      onChange={() => setChosen(at)}
                    />
                    <span class="words">
                      <bdi class="name">{row.name || t('nameless')}</bdi>
                      <bdi class="under">{row.login || t('noLogin')}</bdi>
                    </span>
                  </label>
                ))}
              </fieldset>
            </>
          )}
          <div class="item-acts">
            {question !== null && (
              <>
                <Button kind="primary" submit busy={busy}>
                  {t('challengeOnce')}
                </Button>
                {question.mayRemember && (
                  <Button onPress={() => void answer(true)}>{t('challengeRemember')}</Button>
                )}
              </>
            )}
            <Button kind="quiet" onPress={leave}>
              {t('challengeLeave')}
            </Button>
          </div>
        </form>
      )}
    </Frame>
  );
}
