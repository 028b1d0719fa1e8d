/** Making passwords. What is made is a secret as soon as somebody uses it. */
import type { Generated, GeneratorRules } from '../model/generator.ts';

export type GeneratorCalls = {
  /** What was chosen last. */
  generatorRules(request: Record<string, never>): GeneratorRules;
  /** Makes one by these rules, and keeps them as what was chosen last. Throws `invalid-input`. */
  generate(request: { readonly rules: GeneratorRules }): Generated;
  /** Somebody uses a password that was made: it is remembered, and put on the clipboard where wanted. */
  keepGenerated(request: { readonly password: string; readonly copy: boolean }): {
    /** Seconds until the clipboard is cleared, 0 for never. */
    readonly clearsIn: number;
  };
  /** What a typed password is worth in bits; an estimate. */
  estimate(request: { readonly password: string }): { readonly bits: number };
};
