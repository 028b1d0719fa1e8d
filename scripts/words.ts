/** Writes `public/words` anew: `npm run words`. */
import { writeFileSync } from 'node:fs';
import { makeLists } from './words/make.ts';

for (const [name, lines] of Object.entries(makeLists())) {
  writeFileSync(new URL(`../public/words/${name}`, import.meta.url), `${lines.join('\n')}\n`);
}
