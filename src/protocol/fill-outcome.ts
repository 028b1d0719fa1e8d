/** What became of a fill, as a person is told. */

/** What a field is for. */
export type FieldLabel = 'username' | 'current-password' | 'new-password' | 'one-time-code';

/** What a person should hear about one field: it was left alone, or took the value badly. */
export type FillTrouble = {
  /** `custom`: an input that a custom field was meant for. */
  readonly label: FieldLabel | 'custom';
  readonly reason:
    | 'gone' // the page took the field away
    | 'disabled'
    | 'read-only'
    | 'unseen' // hidden, off the page, too small or too faint to see
    | 'covered' // something lies over it
    | 'clear-text' // the field would show the password
    | 'altered' // the page changed what was set
    | 'too-long'; // longer than the field says it takes
};

export type FillOutcome = {
  /** How many values reached their fields; a code over six boxes counts once, each custom field for itself. */
  readonly filled: number;
  readonly troubles: readonly FillTrouble[];
};
