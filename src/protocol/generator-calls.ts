/** Making passwords. What is made is a secret as soon as somebody uses it. */
import type { Generated, GeneratorRules } from '../model/generator.ts';

/** A password that was made and used lately, without it. */
export type GeneratedRow = {
  readonly id: string;
  /** Host of the page it was made for as a person reads it, `''` for none. */
  readonly site: string;
  /** Unix milliseconds. */
  readonly at: number;
};

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
  /** Those used lately, newest first. */
  generatedRows(request: Record<string, never>): readonly GeneratedRow[];
  revealGenerated(request: { readonly id: string }): string;
  copyGenerated(request: { readonly id: string }): { readonly clearsIn: number };
  forgetGenerated(request: Record<string, never>): null;
  /** What a typed password is worth in bits; an estimate. */
  estimate(request: { readonly password: string }): { readonly bits: number };
};
