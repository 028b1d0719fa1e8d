import type { ItemRow } from '../../../protocol/list-calls.ts';
import type { SaveQuestion } from '../../../protocol/save-calls.ts';
import { t } from '../../parts/text.ts';

type MatchesProps = {
  question: SaveQuestion;
  into: ItemRow | null;
  onChoose: (row: ItemRow | null) => void;
};

/** Into which item the password goes, or into a new one. */
export function Matches({ question, into, onChoose }: MatchesProps) {
  return (
    <fieldset class="card matches">
      <legend class="hidden-visually">{t('saveWhere')}</legend>
      {question.matches.map((row) => (
        <label class="rule" key={`${row.id} ${row.shortcutId}`}>
          <input type="radio" name="into" checked={into === row} onChange={() => onChoose(row)} />
          <span class="words">
            <bdi class="name">{t('saveUpdateNamed', row.name || t('nameless'))}</bdi>
            <bdi class="under">{row.login || t('noLogin')}</bdi>
            {/* Two vaults may have the same login. */}
            {row.path.length > 0 && <bdi class="under">{row.path.join(' / ')}</bdi>}
          </span>
        </label>
      ))}
      <label class="rule">
        <input type="radio" name="into" checked={into === null} onChange={() => onChoose(null)} />
        <span class="words">{t('saveAsNew')}</span>
      </label>
    </fieldset>
  );
}
