import { Icon } from './icon.tsx';
import { notice } from './notice.ts';

/** Stands in the page all the time: a live region that appears with its text is not read out. */
export function NoticeLine() {
  const now = notice.value;
  return (
    <div class="notice" role="status" aria-live="polite">
      {now && (
        <div class={now.bad ? 'pill bad' : 'pill'} key={now.turn}>
          <Icon name={now.bad ? 'warning' : 'check'} size={16} />
          <span>{now.text}</span>
        </div>
      )}
    </div>
  );
}
