/** What a person chose for the generator, as it is sent and stored. */
import {
  defaultGeneratorRules,
  type GeneratorRules,
  generatorKinds,
  generatorLimits,
  separators,
  wordLanguages,
} from '../../model/generator.ts';
import type { StoredText } from '../../platform/storage.ts';
import { flag, integer, oneOf, type Parser, record } from '../../protocol/parse.ts';
import { readStored } from '../stored-json.ts';

const { length, words } = generatorLimits;

export const generatorRulesParser: Parser<GeneratorRules> = record<GeneratorRules>({
  kind: oneOf(...generatorKinds),
  length: integer(length.min, length.max),
  lower: flag,
  upper: flag,
  digits: flag,
  symbols: flag,
  plain: flag,
  words: integer(words.min, words.max),
  language: oneOf(...wordLanguages),
  separator: oneOf(...separators),
  capitals: flag,
  digit: flag,
});

/** What was chosen last; what nobody has chosen yet, or another version stored, is the default. */
export const readGeneratorRules = (item: StoredText): Promise<GeneratorRules> =>
  readStored(item, generatorRulesParser, () => defaultGeneratorRules);
