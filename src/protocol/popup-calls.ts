/**
 * What our own pages (popup, options) may ask of the worker, topic by topic.
 * No call answers with a key, a token or a list of secrets: one field at a time, on a gesture.
 */

import type { ActCalls } from './act-calls.ts';
import type { ChallengeCalls } from './challenge-calls.ts';
import type { ConsentCalls } from './consent-calls.ts';
import type { DiagnosticsCalls } from './diagnostics-calls.ts';
import type { EditCalls } from './edit-calls.ts';
import type { GeneratorCalls } from './generator-calls.ts';
import type { ItemCalls } from './item-calls.ts';
import type { ListCalls } from './list-calls.ts';
import type { RuleCalls } from './rule-calls.ts';
import type { SaveCalls } from './save-calls.ts';
import type { SessionCalls } from './session-calls.ts';
import type { SettingsCalls } from './settings-calls.ts';

export type PopupCalls = SessionCalls &
  ListCalls &
  ItemCalls &
  ActCalls &
  EditCalls &
  RuleCalls &
  GeneratorCalls &
  ConsentCalls &
  ChallengeCalls &
  SaveCalls &
  SettingsCalls &
  DiagnosticsCalls;
