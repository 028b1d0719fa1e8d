import type { ComponentChildren } from 'preact';
import { t } from '../../popup/parts/text.ts';
import { type SectionId, titles } from './titles.ts';

/** One part of the page, with a name of its own in the address. */
export function Section({ id, children }: { id: SectionId; children: ComponentChildren }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t(titles[id])}</h2>
      {children}
    </section>
  );
}
