import { useState } from 'preact/hooks';
import type { Editing, ItemForm } from '../../../protocol/edit-calls.ts';
import { Button, IconButton } from '../../parts/button.tsx';
import { Generator } from '../../parts/generator.tsx';
import { StrengthLine } from '../../parts/strength.tsx';
import { t } from '../../parts/text.ts';
import { ask, managed } from '../../state.ts';
import { SecretLine } from './secret-line.tsx';
import { useEstimate } from './use-estimate.ts';

type PasswordLineProps = {
  editing: Editing;
  form: ItemForm;
  change: (changes: Partial<ItemForm>) => void;
};

/** The password, what it is worth, and a generator in place. */
export function PasswordLine({ editing, form, change }: PasswordLineProps) {
  const { ref, stored } = editing;
  const [made, setMade] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const bits = useEstimate(form.password);

  function take() {
    if (made === null) return;
    change({ password: made });
    void ask('keepGenerated', { password: made, copy: false });
    setOpen(false);
  }

  return (
    <div class="edit-password">
      <SecretLine
        name="password"
        label={t('password')}
        value={form.password}
        stored={ref && { ref, part: { part: 'password' }, state: stored.password }}
        onText={(password) => change({ password })}
      >
        <IconButton
          icon="dice"
          label={t('generateHere')}
          pressed={isOpen}
          onPress={() => setOpen(!isOpen)}
        />
      </SecretLine>
      {bits !== null && !isOpen && <StrengthLine bits={bits} />}
      {isOpen && (
        <div class="edit-generator">
          <Generator
            least={managed.value?.generatedPasswords ?? null}
            onMade={({ text }) => setMade(text)}
          />
          <Button kind="primary" size="wide" icon="check" onPress={take}>
            {t('generateUse')}
          </Button>
        </div>
      )}
    </div>
  );
}
