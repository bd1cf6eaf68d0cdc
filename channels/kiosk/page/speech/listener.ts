/** Hearing what somebody says at the screen, by whatever this browser has. */

export type Heard =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'failed' };

export interface ListenerEvents {
  /** What was understood so far. */
  readonly onPartial: (text: string) => void;
  /** Loudness, 0 to 1. */
  readonly onLevel: (level: number) => void;
  /** The microphone is closed, the words are being worked out. */
  readonly onClosed: () => void;
  /** Once, at the end; the microphone is free by then. */
  readonly onHeard: (heard: Heard) => void;
}

export interface Hearing {
  /** He has finished: work out what was said. */
  finish(): void;
  /** He is gone: nothing is worked out, nothing is told. */
  abort(): void;
}

export type Listener = (events: ListenerEvents) => Hearing;
