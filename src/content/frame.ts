/**
 * What our scripts in one frame share. All of them run in the extension's isolated world, which
 * no page can see into; a second injection finds this record and leaves it as it is.
 */
export type Frame = {
  /** What listens to every event that is heard, the same for all injections. */
  hear: ((event: Event) => void) | null;
  engine: Engine | null;
  /** Field that the user entered before the engine was there. */
  pending: HTMLInputElement | null;
  /** Field that the user typed into before the engine was there. */
  typedIn: HTMLInputElement | null;
  /** When the user last moved the focus by hand, in event time; a page cannot fake it. */
  actedAt: number;
};

/** What the watcher may ask of the engine. */
export type Engine = {
  /** The user entered this field. */
  attend(field: HTMLInputElement): void;
  /** Hears of every trusted event before the page does; true where it was meant for us. */
  hear(event: Event): boolean;
};

declare global {
  var latchkeyFrame: Frame | undefined;
}

globalThis.latchkeyFrame ??= {
  hear: null,
  engine: null,
  pending: null,
  typedIn: null,
  actedAt: Number.NEGATIVE_INFINITY,
};
/** Made by the script that comes first. */
export const frame: Frame = globalThis.latchkeyFrame;
