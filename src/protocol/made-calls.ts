/** Generated passwords at the new-password fields of a page. */
export type MadeCalls = {
  /** Whether one may be offered there; `asked` where the user pressed the arrow key for it. */
  mayGenerate(request: { readonly asked: boolean }): {
    readonly state: 'yes' | 'locked' | 'none';
  };
  /**
   * The user chose it in our menu: a new password that suits the fields, as far as they say what they
   * take. `attempt` is 0, and one more each time the fields' `pattern` refused it.
   */
  generateFor(request: {
    /** 0 where the fields name none. */
    readonly minLength: number;
    readonly maxLength: number;
    /** The attribute `passwordrules`. */
    readonly rules: string;
    readonly attempt: number;
  }): { readonly password: string };
};

/** Highest `attempt`. */
export const lastAttempt = 13;
/** Longest `passwordrules` that are sent. */
export const longestRules = 1_000;
