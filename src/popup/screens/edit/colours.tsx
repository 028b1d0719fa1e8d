import type { Colour } from '../../../model/item.ts';
import { t } from '../../parts/text.ts';
import { ColourDot } from '../../parts/tile.tsx';

/** Those that servers have been seen to know; an item keeps another one that it has. */
const offered: readonly Colour[] = [0, 1, 2, 3, 4, 5];

type ColoursProps = { colour: Colour; onChange: (colour: Colour) => void };

export function Colours({ colour, onChange }: ColoursProps) {
  const all = offered.includes(colour) ? offered : [...offered, colour];
  return (
    <fieldset class="colours">
      <legend>{t('colour')}</legend>
      {all.map((each) => (
        <label key={each} title={each === 0 ? t('noColour') : t('colourNumbered', each)}>
          <input
            type="radio"
            name="colour"
            value={each}
            checked={each === colour}
            onChange={() => onChange(each)}
          />
          <span class="hidden-visually">
            {each === 0 ? t('noColour') : t('colourNumbered', each)}
          </span>
          {each === 0 ? <span class="dot none" /> : <ColourDot colour={each} />}
        </label>
      ))}
    </fieldset>
  );
}
