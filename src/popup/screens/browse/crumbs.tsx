import { Icon } from '../../parts/icon.tsx';
import { t } from '../../parts/text.ts';
import type { Folder } from './lister.ts';

type Step = Folder['path'][number];

type CrumbsProps = {
  path: Folder['path'];
  /** Null for the list of the vaults. */
  onGo: (to: Step | null) => void;
};

/** Steps above this folder that have room; of a longer way the upper ones are one. */
const mostSteps = 3;

/** The way from the vaults down to here; each step is a way back. */
export function Crumbs({ path, onGo }: CrumbsProps) {
  const here = path.at(-1);
  const above = path.slice(0, -1);
  const hidden = above.at(-mostSteps - 1);
  return (
    <nav class="crumbs" aria-label={t('crumbsLabel')}>
      <ol>
        <li>
          <button type="button" onClick={() => onGo(null)}>
            {t('vaults')}
          </button>
        </li>
        {hidden !== undefined && <Crumb step={hidden} text="…" onGo={onGo} />}
        {above.slice(-mostSteps).map((step) => (
          <Crumb key={step.folderId} step={step} text={step.name || t('nameless')} onGo={onGo} />
        ))}
      </ol>
      <h1 class="title">
        <bdi>{here === undefined ? t('browse') : here.name || t('nameless')}</bdi>
      </h1>
    </nav>
  );
}

type CrumbProps = { step: Step; text: string; onGo: (to: Step) => void };

function Crumb({ step, text, onGo }: CrumbProps) {
  return (
    <li>
      <Icon name="forward" size={12} />
      {/* The ellipsis stands where the name ends, whichever way it runs. */}
      <button
        type="button"
        dir="auto"
        title={step.name}
        aria-label={step.name}
        onClick={() => onGo(step)}
      >
        {text}
      </button>
    </li>
  );
}
