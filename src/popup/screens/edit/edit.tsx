import { useRef, useState } from 'preact/hooks';
import type { ErrorCode } from '../../../model/error.ts';
import { Banner } from '../../parts/banner.tsx';
import { Blank } from '../../parts/blank.tsx';
import { Button, IconButton } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { Frame } from '../../parts/frame.tsx';
import { keyName } from '../../parts/key-name.ts';
import { say } from '../../parts/notice.ts';
import { ago, t } from '../../parts/text.ts';
import { useKeptFocus } from '../../parts/use-kept-focus.ts';
import { useOpened } from '../../parts/use-opened.ts';
import { ask, type Route, show } from '../../state.ts';
import { useKeys } from '../../use-keys.ts';
import { lockNow } from '../foot.tsx';
import { Conflicts, resolve, type Side } from './conflicts.tsx';
import { Form, type Missing } from './form.tsx';
import { Leave } from './leave.tsx';
import { useDraft } from './use-draft.ts';

type EditRoute = Extract<Route, { screen: 'edit' }>;

const nothingMissing: Missing = { name: '', place: '' };

/** A new item, or the change of one. What is typed is kept until it is saved or thrown away. */
export function Edit({ route }: { route: EditRoute }) {
  const draft = useDraft(route.ref);
  const { editing, form } = draft;
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLElement>(null);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [missing, setMissing] = useState(nothingMissing);
  const [chosen, setChosen] = useState<readonly Side[]>([]);
  /** Raised where the form begins anew, so that nothing of the former one stays in its parts. */
  const [round, setRound] = useState(0);

  const focusFirst = () => {
    requestAnimationFrame(() => {
      const first = body.current?.querySelector<HTMLElement>('#conflicts-title, [name=name]');
      (first ?? heading.current)?.focus();
    });
  };
  useOpened(() => {
    heading.current?.focus();
    void draft.load().then(focusFirst);
  });
  useKeptFocus(heading);

  async function save() {
    if (busy || form === null || editing === null) return;
    const wanted = {
      name: form.name.trim() === '' ? t('nameNeeded') : '',
      place: editing.ref === null && form.place === null ? t('placeNeeded') : '',
    };
    setMissing(wanted);
    if (wanted.name !== '' || wanted.place !== '') {
      body.current
        ?.querySelector<HTMLElement>(wanted.name ? '[name=name]' : '[name=place]')
        ?.focus();
      return;
    }
    setBusy(true);
    setFailure(null);
    draft.end();
    const request = { id: editing.id, form: resolve(form, editing.conflicts, chosen) };
    const result = await ask('save', request);
    setBusy(false);
    if (!result.ok) return setFailure(result.error.code);
    if (result.value.state === 'conflict') {
      draft.adopt(result.value.editing);
      setChosen(result.value.editing.conflicts.map(() => 'mine'));
      setRound(round + 1);
      return focusFirst();
    }
    say(t('savedItem'));
    show({
      screen: 'item',
      ref: result.value.ref,
      name: form.name.trim(),
      fits: false,
      hasSite: form.urls.some((url) => url !== ''),
      from: result.value.ref.kind === 'inbox' ? 'inbox' : 'home',
    });
  }

  async function leave(how: 'keep' | 'discard') {
    if (how === 'discard') await draft.discard();
    show(route.back);
  }
  const askToLeave = () => {
    if (busy) return;
    if (draft.dirty) setAsking(true);
    else void leave('discard');
  };
  async function startAfresh() {
    await draft.discard();
    await draft.load();
    setChosen([]);
    setMissing(nothingMissing);
    setFailure(null);
    setRound(round + 1);
    focusFirst();
  }

  useKeys(({ event, act }) => {
    if (asking) return false;
    const command = event.ctrlKey || event.metaKey;
    if (act === 'lock') void lockNow();
    else if (command && (event.key === 'Enter' || event.code === 'KeyS')) void save();
    else if (event.key === 'Escape') askToLeave();
    else return false;
    return true;
  });

  const conflicts = editing?.conflicts ?? [];
  return (
    <Frame
      bodyRef={body}
      head={
        <>
          <IconButton icon="back" label={t('back')} onPress={askToLeave} />
          <h1 class="title named" ref={heading} tabIndex={-1}>
            {route.ref === null ? t('newItem') : t('editNamed', route.name || t('nameless'))}
          </h1>
          <IconButton icon="lock" label={t('lockNow')} onPress={() => void lockNow()} />
        </>
      }
      foot={
        editing !== null && (
          <>
            <div class="grow hints" aria-hidden="true">
              <span>
                <kbd>{keyName('s')}</kbd> {t('saveHint')}
              </span>
            </div>
            <Button size="small" kind="quiet" onPress={askToLeave}>
              {t('cancel')}
            </Button>
            <Button
              size="small"
              kind="primary"
              icon="check"
              busy={busy}
              onPress={() => void save()}
            >
              {t('save')}
            </Button>
          </>
        )
      }
    >
      <div class="edit" aria-busy={editing === null && draft.problem === null}>
        {failure !== null && (
          <Banner bad key={failure}>
            {failure === 'unknown-outcome' ? t('saveUnsure') : t('saveFailed', errorText(failure))}
          </Banner>
        )}
        {draft.problem !== null ? (
          <Blank
            icon={draft.problem === 'offline' ? 'offline' : 'warning'}
            bad
            title={t('editFailedTitle')}
            text={errorText(draft.problem)}
          >
            <Button icon="refresh" onPress={() => void draft.load().then(focusFirst)}>
              {t('tryAgain')}
            </Button>
            <Button onPress={() => show(route.back)}>{t('back')}</Button>
          </Blank>
        ) : editing === null || form === null ? (
          <FormSkeleton />
        ) : (
          <>
            {conflicts.length > 0 ? (
              <Conflicts
                conflicts={conflicts}
                form={form}
                chosen={chosen}
                onChoose={(at, side) =>
                  setChosen(
                    conflicts.map((_, index) => (index === at ? side : (chosen[index] ?? 'mine'))),
                  )
                }
              />
            ) : (
              editing.leftAt !== null && (
                <Banner icon="clock">
                  <p>{t('draftTaken', ago(editing.leftAt, Date.now()))}</p>
                  <Button kind="quiet" size="small" onPress={() => void startAfresh()}>
                    {t('draftFresh')}
                  </Button>
                </Banner>
              )
            )}
            <Form
              key={round}
              editing={editing}
              form={form}
              missing={missing}
              change={draft.change}
            />
          </>
        )}
      </div>
      {asking && (
        <Leave
          onKeep={() => void leave('keep')}
          onDiscard={() => void leave('discard')}
          onStay={() => setAsking(false)}
        />
      )}
    </Frame>
  );
}

/** As high as the form that takes its place. */
function FormSkeleton() {
  return (
    <div class="edit-form skeleton" aria-hidden="true">
      {[0, 1, 2, 3].map((line) => (
        <div class="field" key={line}>
          <span class="bar w-3" />
          <div class="box" />
        </div>
      ))}
    </div>
  );
}
