/**
 * What our own pages ask, topic by topic: what they may say and how long it may be, and who answers.
 * A handler checks nothing twice, calls one service, and shapes the reply.
 */
import type { PopupCalls } from '../../../protocol/popup-calls.ts';
import type { Handlers, Parsers } from '../../../protocol/receiver.ts';
import type { OwnSender } from '../../../protocol/sender.ts';
import { actParsers, createActHandlers } from './act.ts';
import { challengeParsers, createChallengeHandlers } from './challenge.ts';
import { consentParsers, createConsentHandlers } from './consent.ts';
import { createDiagnosticsHandlers, diagnosticsParsers } from './diagnostics.ts';
import { createEditHandlers, editParsers } from './edit.ts';
import { createGeneratorHandlers, generatorParsers } from './generator.ts';
import { createItemHandlers, itemParsers } from './item.ts';
import { createListHandlers, listParsers } from './list.ts';
import { createRuleHandlers, ruleParsers } from './rule.ts';
import { createSaveHandlers, saveParsers } from './save.ts';
import { createSessionHandlers, sessionParsers } from './session.ts';
import { createSettingsHandlers, settingsCallParsers } from './settings.ts';

export const popupParsers: Parsers<PopupCalls> = {
  ...sessionParsers,
  ...listParsers,
  ...itemParsers,
  ...ruleParsers,
  ...editParsers,
  ...actParsers,
  ...generatorParsers,
  ...consentParsers,
  ...challengeParsers,
  ...saveParsers,
  ...settingsCallParsers,
  ...diagnosticsParsers,
};

type Dependencies = Parameters<typeof createSessionHandlers>[0] &
  Parameters<typeof createListHandlers>[0] &
  Parameters<typeof createItemHandlers>[0] &
  Parameters<typeof createRuleHandlers>[0] &
  Parameters<typeof createEditHandlers>[0] &
  Parameters<typeof createActHandlers>[0] &
  Parameters<typeof createGeneratorHandlers>[0] &
  Parameters<typeof createConsentHandlers>[0] &
  Parameters<typeof createChallengeHandlers>[0] &
  Parameters<typeof createSaveHandlers>[0] &
  Parameters<typeof createDiagnosticsHandlers>[0];

export function createPopupHandlers(deps: Dependencies): Handlers<PopupCalls, OwnSender> {
  return {
    ...createSessionHandlers(deps),
    ...createListHandlers(deps),
    ...createItemHandlers(deps),
    ...createRuleHandlers(deps),
    ...createEditHandlers(deps),
    ...createActHandlers(deps),
    ...createGeneratorHandlers(deps),
    ...createConsentHandlers(deps),
    ...createChallengeHandlers(deps),
    ...createSaveHandlers(deps),
    ...createSettingsHandlers(deps.settings),
    ...createDiagnosticsHandlers(deps),
  };
}
