/** All benches by the name that `npm run bench -- NAME` takes. */
import { benchConnector } from './connector.ts';
import { benchContent } from './content.ts';
import { benchCryptoInBrowser } from './crypto-browser.ts';
import { benchCryptoOnNode } from './crypto-node.ts';
import { benchIndex } from './index-restore.ts';
import { benchLarge } from './large.ts';
import { benchPopup } from './popup.ts';
import type { Row } from './row.ts';
import { benchSearch } from './search.ts';

export const benches: Readonly<Record<string, () => Promise<Row[]>>> = {
  crypto: benchCryptoInBrowser,
  'crypto-node': benchCryptoOnNode,
  search: benchSearch,
  index: benchIndex,
  popup: benchPopup,
  large: benchLarge,
  content: benchContent,
  connector: benchConnector,
};
