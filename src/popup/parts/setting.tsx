import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { t } from './text.ts';

type SettingProps = {
  id: string;
  label: string;
  hint: string;
  fixed?: boolean;
  /** What is still to be done about it, read out when it comes; `''` for nothing at the moment. */
  note?: string;
  children: ComponentChildren;
};

/** One line of settings: what it is called, what it does, and the control. */
export function Setting({ id, label, hint, fixed, note, children }: SettingProps) {
  return (
    <div class="setting">
      <div class="words">
        <label for={id}>{label}</label>
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
        {note !== undefined && (
          <p class="hint note" id={`${id}-note`} role="status">
            {note !== '' && <Icon name="warning" size={14} />}
            {note}
          </p>
        )}
        {fixed && (
          <p class="hint fixed" id={`${id}-fixed`}>
            <Icon name="lock" size={14} /> {t('settingFixed')}
          </p>
        )}
      </div>
      {children}
    </div>
  );
}
