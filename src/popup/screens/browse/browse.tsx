import { browsing } from './browsing.ts';
import { FolderScreen } from './folder.tsx';
import { VaultsScreen } from './vaults.tsx';

/** Vaults, folders and what lies in them. */
export function Browse() {
  const { place } = browsing.value;
  if (place === null) return <VaultsScreen />;
  return <FolderScreen key={`${place.vaultId} ${place.folderId}`} place={place} />;
}
