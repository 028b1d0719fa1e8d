import type { Ref } from 'preact';
import { errorText } from '../../parts/error-text.ts';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../parts/text.ts';
import { TextField } from '../../parts/text-field.tsx';
import type { Probe } from './use-probe.ts';

type ServerStepProps = {
  readonly host: string;
  readonly onHost: (text: string) => void;
  /** Servers that the organisation allows; empty where all may be used. */
  readonly servers: readonly string[];
  readonly probe: Probe;
  readonly problem: string;
  readonly inputRef: Ref<HTMLInputElement>;
};

/** The address, and what answers there as soon as it is typed. */
export function ServerStep({ host, onHost, servers, probe, problem, inputRef }: ServerStepProps) {
  const refused = probe.state === 'failed' ? errorText(probe.code) : '';
  return (
    <>
      <TextField
        name="host"
        label={t('host')}
        placeholder="passwork.example.com"
        hint={servers.length > 0 ? t('hostManaged', servers.join(', ')) : t('hostHint')}
        value={host}
        onText={onHost}
        problem={problem || refused}
        inputRef={inputRef}
      />
      {/* There from the start, so that its news is read out; it keeps its line, so nothing moves. */}
      <p class="probe" role="status">
        {probe.state === 'asking' && (
          <>
            <span class="spinner" /> {t('probing')}
          </>
        )}
        {probe.state === 'found' && (
          <>
            <Icon name="check" size={16} /> {foundText(probe.found.version)}
          </>
        )}
      </p>
    </>
  );
}

const foundText = (version: string): string =>
  version === '' ? t('probeFound') : t('probeFoundVersion', version);
