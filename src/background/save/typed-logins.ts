/** Puts the parts of saving together: what was typed, whether it worked, what is asked and answered. */
import type { Frame, FrameRef } from '../../platform/frames.ts';
import type { StoredText } from '../../platform/storage.ts';
import type { Tab } from '../../platform/tabs.ts';
import type { StandsCalls } from '../../protocol/capture-calls.ts';
import type { Client } from '../../protocol/client.ts';
import type { Account } from '../accounts/account.ts';
import { readableHost } from '../items/readable-host.ts';
import type { SettingsService } from '../settings.ts';
import { createCandidates } from './candidates.ts';
import type { KnownPasswords } from './known.ts';
import { createMayKeep } from './may-keep.ts';
import { createSaving, type Saving } from './save.ts';
import { createLoginWatch, type LoginWatch } from './watch.ts';

export type TypedLogins = {
  readonly watch: LoginWatch;
  readonly saving: Saving;
  /** The vault was locked. */
  wipe(): Promise<void>;
};

type Dependencies = {
  readonly stored: StoredText;
  readonly known: KnownPasswords;
  readonly active: () => Promise<Account>;
  readonly settings: SettingsService;
  readonly findTab: (id: number) => Promise<Tab | null>;
  readonly findFrames: (tabId: number) => Promise<readonly Frame[]>;
  readonly inject: (place: FrameRef) => Promise<void>;
  readonly frameClient: (place: FrameRef) => Client<StandsCalls>;
  readonly showOffer: (tabId: number, on: boolean) => Promise<void>;
  readonly now: () => number;
};

export function createTypedLogins(deps: Dependencies): TypedLogins {
  const { known, active, settings, findTab, findFrames, inject, frameClient, showOffer, now } =
    deps;
  const candidates = createCandidates(deps.stored, now);
  const watch = createLoginWatch({
    ...{ candidates, known, findFrames, inject, frameClient, showOffer, now },
    mayKeep: createMayKeep({
      isOpen: async () => (await active()).session.isOpen(),
      settings,
      findTab,
      siteRule: async (pageUrl) => (await active()).rules.ofPage(pageUrl),
    }),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  const saving = createSaving({
    ...{ candidates, known, showOffer },
    judge: watch.judge,
    tabExists: async (tabId) => (await findTab(tabId)) !== null,
    use: async (work) => (await active()).session.use(work),
    matching: async (pageUrl) => (await active()).items.matching(pageUrl),
    readableHost: (origin) => readableHost(new URL(origin).host),
    async onWritten({ vaultId, place, row, password }) {
      const { places, items, session, seenPasswords } = await active();
      if (place !== null) await places.note(place);
      // The list shows it as soon as the vault is read again; nobody has to wait for that.
      void session
        .use((client) => items.renew(client, vaultId))
        // Only the renewed list says when the server has changed the password.
        .then(async () => {
          const passwordChangedAt = (await items.indexed(row))?.passwordChangedAt ?? 0;
          await seenPasswords.note({ ...row, passwordChangedAt }, password);
        })
        .catch(() => undefined);
    },
    async neverAsk(origin) {
      const { rules } = await active();
      await rules.setSite(origin, { ...(await rules.ofPage(origin)), save: false });
    },
  });
  return { watch, saving, wipe: () => candidates.change(() => []) };
}
