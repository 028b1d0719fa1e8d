export type RefusalKind = 'denied' | 'no-item' | 'not-found' | 'invalid' | 'too-large';

/** A request that cannot be met. Each generation has its own words and numbers for it. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  /** Member of the body that is at fault, if one is. */
  readonly field: string | null;

  constructor(kind: RefusalKind, message: string, field: string | null = null) {
    super(message);
    this.kind = kind;
    this.field = field;
  }
}

export const refuse = {
  denied: () => new Refusal('denied', 'Access denied'),
  noItem: () => new Refusal('no-item', 'Item not found'),
  notFound: () => new Refusal('not-found', 'Not found'),
  invalid: (message: string, field: string | null = null) => new Refusal('invalid', message, field),
  tooLarge: () => new Refusal('too-large', 'The attachment is too large', 'encryptedData'),
};
