/** What the queue refuses. */

export type HandOffErrorCode = 'taken' | 'lost' | 'unknown' | 'forbidden' | 'bad-input';

const says: Readonly<Record<HandOffErrorCode, string>> = {
  taken: 'Another officer holds this hand-off. Choose another one.',
  lost: 'This claim is over. Read the hand-off again to see who holds it.',
  unknown: 'There is no such hand-off, or not for this officer.',
  forbidden: 'The role of this officer does not allow it.',
  'bad-input': 'What was given cannot be used here.',
};

export class HandOffError extends Error {
  override readonly name = 'HandOffError';
  readonly code: HandOffErrorCode;
  /** Name of the officer who holds it, where somebody does. */
  readonly by: string | null;

  constructor(code: HandOffErrorCode, by: string | null = null) {
    super(says[code]);
    this.code = code;
    this.by = by;
  }
}
