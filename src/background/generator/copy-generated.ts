import type { StoredText } from '../../platform/storage.ts';
import type { Clipboard } from '../clipboard/clipboard.ts';
import type { Asker, Authoriser } from '../fill/authorise.ts';
import type { Generator } from './generator.ts';
import { readGeneratorRules } from './rules.ts';

/** Makes a password by the rules chosen last, remembers it and puts it on the clipboard. Throws `locked`. */
export type CopyGenerated = (asker: Asker) => Promise<void>;

export function createCopyGenerated(deps: {
  readonly generator: Generator;
  readonly generatorRules: StoredText;
  readonly authoriser: Authoriser;
  readonly clipboard: Clipboard;
  readonly clipboardSeconds: () => Promise<number>;
  readonly remember: (password: string) => Promise<void>;
}): CopyGenerated {
  return async (asker) => {
    const permit = await deps.authoriser.authoriseHeld(asker, 'copy', {
      kind: 'generated',
      id: '',
    });
    const { text } = await deps.generator.generate(await readGeneratorRules(deps.generatorRules));
    // Before it is copied: what nobody remembers may be lost with the next thing that is.
    await deps.remember(text);
    await deps.clipboard.copy(permit, text, await deps.clipboardSeconds());
  };
}
