import { useState } from 'preact/hooks';
import type { ItemRef, Part } from '../../../protocol/item-calls.ts';
import { IconButton } from '../../parts/button.tsx';
import { sayError } from '../../parts/notice.ts';
import { t } from '../../parts/text.ts';
import { ask } from '../../state.ts';

type Shown = {
  readonly text: string;
  readonly Large: typeof import('./large.tsx').Large;
};

/** Reveals one part into large letters; the code for them is fetched with it. */
export function LargeButton(props: { label: string; itemRef: ItemRef; part: Part }) {
  const { label, itemRef, part } = props;
  const [shown, setShown] = useState<Shown | null>(null);

  async function open() {
    const [result, { Large }] = await Promise.all([
      ask('reveal', { ref: itemRef, part }),
      import('./large.tsx'),
    ]);
    if (result.ok) setShown({ text: result.value, Large });
    else sayError(result.error.code);
  }

  return (
    <>
      <IconButton icon="large" label={t('largeType', label)} onPress={() => void open()} />
      {shown && <shown.Large label={label} text={shown.text} onClose={() => setShown(null)} />}
    </>
  );
}
