import { useEffect, useState } from 'preact/hooks';
import { t } from '../../popup/parts/text.ts';
import { type SectionId, titles } from './titles.ts';

const ids = Object.keys(titles) as SectionId[];

/** Links to the sections; the one that is being read is marked. */
export function Navigation() {
  const [current, setCurrent] = useState<SectionId>('lock');

  useEffect(() => {
    // The page is drawn after its address was looked at.
    if (location.hash !== '') document.getElementById(location.hash.slice(1))?.scrollIntoView();
    const sections = ids.map((id) => document.getElementById(id)).filter((each) => each !== null);
    const mark = () => {
      const line = innerHeight / 3;
      const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      const above = sections.filter((each) => each.getBoundingClientRect().top < line);
      const read = atEnd && scrollY > 0 ? sections.at(-1) : (above.at(-1) ?? sections[0]);
      setCurrent(ids.find((id) => id === read?.id) ?? 'lock');
    };
    mark();
    addEventListener('scroll', mark, { passive: true });
    return () => removeEventListener('scroll', mark);
  }, []);

  return (
    <nav class="options-nav" aria-label={t('optionsSections')}>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
              {t(titles[id])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
