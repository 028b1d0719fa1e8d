import { Blank } from './parts/blank.tsx';
import { Button } from './parts/button.tsx';
import { errorText } from './parts/error-text.ts';
import { Frame } from './parts/frame.tsx';
import { later } from './parts/later.tsx';
import { t } from './parts/text.ts';
import { Consent } from './screens/consent.tsx';
import { Setup } from './screens/door/setup.tsx';
import { Unlock } from './screens/door/unlock.tsx';
import { Welcome } from './screens/door/welcome.tsx';
import { Home } from './screens/home/home.tsx';
import { Inbox } from './screens/inbox.tsx';
import { Item } from './screens/item/item.tsx';
import { saveQuestion } from './screens/save/question.ts';
import { UndoBar } from './screens/undo-bar.tsx';
import { loadStatus, route, status, statusProblem } from './state.ts';

const GeneratorScreen = later(() =>
  import('./screens/generator/generator.tsx').then((module) => module.GeneratorScreen),
);
const Edit = later(() => import('./screens/edit/edit.tsx').then((module) => module.Edit));

const ChallengeScreen = later(() =>
  import('./screens/challenge.tsx').then((module) => module.ChallengeScreen),
);
const Save = later(() => import('./screens/save/save.tsx').then((module) => module.Save));

const Browse = later(() => import('./screens/browse/browse.tsx').then((module) => module.Browse));

/** The screen that the session and the route ask for; the home screen's skeleton until that is known. */
export function App() {
  return (
    <>
      <Screen />
      <UndoBar />
    </>
  );
}

function Screen() {
  if (statusProblem.value !== null) return <NoAnswer />;
  const now = status.value;
  if (now?.state === 'not-set-up' || (now !== null && route.value.screen === 'setup')) {
    return (
      <Frame>
        <Setup />
      </Frame>
    );
  }
  if (now?.state === 'locked') {
    return (
      <Frame>
        <Unlock key={`${now.user} ${now.host}`} status={now} />
      </Frame>
    );
  }
  const to = route.value;
  if (to.screen === 'welcome') {
    return (
      <Frame>
        <Welcome />
      </Frame>
    );
  }
  if (to.screen === 'item') return <Item key={`${to.ref.kind}-${to.ref.id}`} route={to} />;
  if (to.screen === 'consent') return <Consent />;
  if (to.screen === 'challenge') return <ChallengeScreen id={to.id} />;
  if (to.screen === 'inbox') return <Inbox />;
  const question = saveQuestion.value;
  if (to.screen === 'home' && question !== null) {
    return <Save key={question.id} question={question} />;
  }
  if (to.screen === 'browse') return <Browse />;
  if (to.screen === 'generator') return <GeneratorScreen />;
  if (to.screen === 'edit') return <Edit key={to.ref?.id ?? 'new'} route={to} />;
  return <Home />;
}

function NoAnswer() {
  return (
    <Frame>
      <Blank
        icon="warning"
        bad
        title={t('noAnswerTitle')}
        text={errorText(statusProblem.value ?? 'internal')}
      >
        <Button icon="refresh" onPress={() => void loadStatus()}>
          {t('tryAgain')}
        </Button>
      </Blank>
    </Frame>
  );
}
