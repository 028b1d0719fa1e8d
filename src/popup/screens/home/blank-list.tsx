import { Blank } from '../../parts/blank.tsx';
import { Button } from '../../parts/button.tsx';
import { errorText } from '../../parts/error-text.ts';
import { plural, t } from '../../parts/text.ts';
import { finder, refreshIndex, search } from './home-state.ts';

/** In place of the list: it could not be asked for, is still being made, is empty, or has no such item. */
export function HomeBlank() {
  const found = finder.found.value;
  const problem = finder.problem.value ?? found?.index.problem;
  if (found === null || (problem !== undefined && found.index.items === 0)) {
    return (
      <Blank
        icon={problem === 'offline' ? 'offline' : 'warning'}
        bad
        title={t('listFailedTitle')}
        text={errorText(problem ?? 'internal')}
      >
        <Button icon="refresh" onPress={() => void refreshIndex()}>
          {t('tryAgain')}
        </Button>
      </Blank>
    );
  }
  if (found.index.phase === 'building') {
    const { vaultsDone, vaultsTotal } = found.index;
    return (
      <Blank icon="vault" title={t('buildingTitle')} text={t('buildingText')} still>
        <progress
          class="progress"
          aria-label={t('buildingTitle')}
          value={vaultsDone}
          max={Math.max(1, vaultsTotal)}
        />
        <span>{plural('buildingVaults', vaultsTotal, String(vaultsDone))}</span>
      </Blank>
    );
  }
  if (found.query !== '') {
    return (
      <Blank icon="search" title={t('nothingFoundTitle')} text={t('nothingFoundText', found.query)}>
        <Button onPress={() => search('')}>{t('clearSearch')}</Button>
      </Blank>
    );
  }
  return (
    <Blank icon="vault" title={t('emptyTitle')} text={t('emptyText')}>
      <Button icon="refresh" onPress={() => void refreshIndex()}>
        {t('lookAgain')}
      </Button>
    </Blank>
  );
}
