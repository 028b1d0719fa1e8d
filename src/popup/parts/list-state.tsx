import type { ComponentChildren } from 'preact';
import type { ErrorCode } from '../../model/error.ts';
import { Blank } from './blank.tsx';
import { Button } from './button.tsx';
import { errorText } from './error-text.ts';
import { SkeletonRow } from './skeleton.tsx';
import { t } from './text.ts';

type ListStateProps = {
  problem: ErrorCode | null;
  /** What failed, as a title. */
  problemTitle: string;
  onAgain: () => void;
  /** Nothing has come yet. */
  waiting: boolean;
  children: ComponentChildren;
};

/** A list, or what stands in its place: why it failed with a way on, or rows that are on their way. */
export function ListState(props: ListStateProps) {
  const { problem, waiting } = props;
  if (problem !== null) {
    return (
      <Blank
        icon={problem === 'offline' ? 'offline' : 'warning'}
        bad
        title={props.problemTitle}
        text={errorText(problem)}
      >
        <Button icon="refresh" onPress={props.onAgain}>
          {t('tryAgain')}
        </Button>
      </Blank>
    );
  }
  if (!waiting) return <>{props.children}</>;
  return (
    <div class="list skeleton" aria-hidden="true">
      {[0, 1, 2, 3].map((line) => (
        <SkeletonRow key={line} wide={line % 2 === 0} />
      ))}
    </div>
  );
}
