import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import { refOf } from '../../../protocol/item-calls.ts';
import type { ItemRow } from '../../../protocol/list-calls.ts';
import type { SaveDraft, SaveQuestion } from '../../../protocol/save-calls.ts';
import { Banner } from '../../parts/banner.tsx';
import { Button, IconButton } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { Frame } from '../../parts/frame.tsx';
import { say } from '../../parts/notice.ts';
import { PlacePicker } from '../../parts/place-picker.tsx';
import { SecretValue } from '../../parts/secret-value.tsx';
import { t } from '../../parts/text.ts';
import { TextField } from '../../parts/text-field.tsx';
import { useOpened } from '../../parts/use-opened.ts';
import { ask } from '../../state.ts';
import { useKeys } from '../../use-keys.ts';
import { usePlaces } from '../../use-places.ts';
import { lockNow } from '../foot.tsx';
import { Matches } from './matches.tsx';
import { saveQuestion } from './question.ts';

const draftDelay = 300;
const formId = 'save-form';

/** Asks whether to save a login that was typed in a page: as a new item, or into one that is there. */
export function Save({ question }: { question: SaveQuestion }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, matches, same, kind } = question;
  // A new password without a name, as after a reset, is that of the one login there.
  const isNameless = kind === 'change' || question.draft.login === '';
  const certain = same > 0 || (isNameless && matches.length === 1);
  const [into, setInto] = useState<ItemRow | null>(certain ? (matches[0] ?? null) : null);
  const [draft, setDraft] = useState<SaveDraft>(question.draft);
  const [problem, setProblem] = useState<ErrorCode | null>(
    question.unsure ? 'unknown-outcome' : null,
  );
  const [busy, setBusy] = useState(false);
  const [placeMissing, setPlaceMissing] = useState(false);
  const known = usePlaces();
  const [last] = known.places?.last ?? [];
  // A row says more of a place than the worker takes.
  const lastPlace = last === undefined ? null : { vaultId: last.vaultId, folderId: last.folderId };
  const place = draft.place ?? lastPlace;

  useOpened(() => {
    heading.current?.focus();
  });
  // Not what was drawn last: a popup that is closed at once draws no more.
  const newest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const keep = useCallback(() => {
    clearTimeout(timer.current);
    if (newest.current !== question.draft) void ask('keepSaveDraft', { id, draft: newest.current });
  }, [id, question]);
  const change = (part: Partial<SaveDraft>) => {
    newest.current = { ...newest.current, ...part };
    setDraft(newest.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(keep, draftDelay);
  };
  useLayoutEffect(() => {
    // The last moment at which a popup that is being closed may send anything.
    addEventListener('pagehide', keep);
    return () => removeEventListener('pagehide', keep);
  }, [keep]);

  const end = () => {
    saveQuestion.value = null;
  };
  const later = () => {
    keep();
    end();
  };

  async function save(): Promise<void> {
    if (busy) return;
    if (into === null && place === null) return setPlaceMissing(true);
    setBusy(true);
    setProblem(null);
    const result =
      into === null
        ? await ask('saveTyped', { id, draft: { ...draft, place } })
        : await ask('updateFromTyped', { id, ref: refOf(into) });
    setBusy(false);
    if (!result.ok) return setProblem(result.error.code);
    end();
    const same = 'changed' in result.value && !result.value.changed;
    say(t(into === null ? 'savedNew' : same ? 'savedSame' : 'savedUpdate'));
  }

  async function drop(never: boolean): Promise<void> {
    const result = await ask('dropTyped', { id, never });
    if (!result.ok && result.error.code !== 'not-found') return setProblem(result.error.code);
    end();
    if (never) say(t('saveNeverDone', question.site));
  }

  useKeys(({ event, act }) => {
    if (act === 'lock') void lockNow();
    else if (event.key === 'Escape') later();
    else if (event.key === 'Enter' && act === 'fill') void save();
    else return false;
    return true;
  });

  return (
    <Frame
      head={
        <>
          <IconButton icon="back" label={t('saveLater')} onPress={later} />
          <h1 class="title" ref={heading} tabIndex={-1}>
            {t(into === null ? 'saveTitle' : 'updateTitle')}
          </h1>
          <IconButton icon="lock" label={t('lockNow')} onPress={() => void lockNow()} />
        </>
      }
      foot={
        // Always in sight, however long the form is.
        <div class="foot-acts">
          <Button onPress={() => void drop(false)}>{t('saveNot')}</Button>
          <Button kind="primary" submit form={formId} busy={busy}>
            {t(into === null ? 'saveNow' : 'updateNow')}
          </Button>
        </div>
      }
    >
      <form
        id={formId}
        class="screen-body save"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {problem !== null && (
          <Banner bad>
            {errorText(problem)} {t('saveKept')}
          </Banner>
        )}
        <p class="save-site">
          <bdi>{question.site}</bdi>
          {question.generated && <span class="chip">{t('saveGenerated')}</span>}
        </p>
        {matches.length > 0 && <Matches {...{ question, into }} onChoose={setInto} />}
        {into === null && (
          <>
            <TextField
              name="name"
              label={t('saveName')}
              value={draft.name}
              onText={(name) => change({ name })}
            />
            <TextField
              name="login"
              label={t('login')}
              value={draft.login}
              onText={(login) => change({ login })}
            />
          </>
        )}
        <div class="card">
          <SecretValue label={t('password')} reveal={() => ask('revealTyped', { id })} />
        </div>
        {into === null && (
          <PlacePicker
            known={known}
            value={place}
            onChoose={(chosen) => {
              setPlaceMissing(false);
              change({ place: chosen });
            }}
            problem={placeMissing ? t('savePlaceMissing') : ''}
          />
        )}
        <Button kind="quiet" size="small" onPress={() => void drop(true)}>
          {t('saveNever')}
        </Button>
      </form>
    </Frame>
  );
}
