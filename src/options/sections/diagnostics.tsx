import { useState } from 'preact/hooks';
import { version } from '../../../package.json';
import { Button } from '../../popup/parts/button.tsx';
import { errorText } from '../../popup/parts/error-text.ts';
import { say } from '../../popup/parts/notice.ts';
import { language, t } from '../../popup/parts/text.ts';
import { call } from '../../popup/worker.ts';
import { Section } from './section.tsx';

/** A text for a bug report. What stands in it is shown before it is copied. */
export function DiagnosticsSection() {
  const [report, setReport] = useState('');

  async function make() {
    const result = await call('diagnostics', {});
    if (!result.ok) return say(errorText(result.error.code), { bad: true });
    const { failures, ...rest } = result.value;
    const parts = {
      latchkey: version,
      browser: navigator.userAgent,
      language: language(),
      ...rest,
      failures: failures.map(({ at, ...what }) => ({ at: new Date(at).toISOString(), ...what })),
    };
    setReport(JSON.stringify(parts, null, 2));
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(report);
      say(t('reportCopied'));
    } catch {
      say(t('reportCopyFailed'), { bad: true });
    }
  }

  return (
    <Section id="diagnostics">
      <div class="card">
        <div class="setting">
          <div class="words">
            <span class="name">{t('reportTitle')}</span>
            <p class="hint">{t('reportText')}</p>
          </div>
          <div class="acts">
            {report !== '' && (
              <Button icon="copy" onPress={() => void copy()}>
                {t('reportCopy')}
              </Button>
            )}
            <Button onPress={() => void make()}>
              {t(report === '' ? 'reportMake' : 'reportAgain')}
            </Button>
          </div>
        </div>
        {report !== '' && (
          <section class="report" aria-label={t('reportTitle')}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keys */}
            <pre dir="ltr" tabIndex={0}>
              {report}
            </pre>
          </section>
        )}
      </div>
    </Section>
  );
}
