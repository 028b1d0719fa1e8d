import * as bit from './concepts.ts';
import { type Concepts, conceptsIn } from './lexicon.ts';

/** What a heading, a button or a link speaks of: who makes a new account signs up, in every language that has the two words. */
export function spokenIn(text: string | null | undefined): Concepts {
  const says = conceptsIn(text);
  return says & bit.fresh && says & bit.user && !(says & bit.password) ? says | bit.signup : says;
}
