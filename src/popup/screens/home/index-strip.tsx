import { Button } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { Icon } from '../../parts/icon.tsx';
import { ago, plural, t } from '../../parts/text.ts';
import { finder, refreshIndex, refreshing } from './home-state.ts';

/** Over the foot of a list that is still growing, or that may be old. */
export function IndexStrip() {
  const found = finder.found.value;
  if (found === null || found.total === 0) return null;
  const { phase, problem, vaultsDone, vaultsTotal, refreshedAt } = found.index;
  const failed = finder.problem.value ?? problem;
  if (failed !== undefined) {
    const age = refreshedAt === 0 ? '' : t('listFrom', ago(refreshedAt, Date.now()));
    return (
      <div class="banner strip" role="status">
        <Icon name={failed === 'offline' ? 'offline' : 'warning'} size={18} />
        <p>
          {failed === 'offline' || failed === 'timeout' ? t('stripOffline') : errorText(failed)}{' '}
          {age}
        </p>
        <Button
          size="small"
          icon="refresh"
          busy={refreshing.value}
          onPress={() => void refreshIndex()}
        >
          <span class="said">{t('tryAgain')}</span>
        </Button>
      </div>
    );
  }
  if (phase !== 'building') return null;
  return (
    <section class="banner strip calm" aria-label={t('buildingTitle')}>
      <p>
        {plural('buildingVaults', vaultsTotal, String(vaultsDone))}
        <progress
          class="progress"
          aria-label={t('buildingTitle')}
          value={vaultsDone}
          max={Math.max(1, vaultsTotal)}
        />
      </p>
    </section>
  );
}
