/** Why an editor's wish was not done, by a code that a page can act on. */
export type EditorialErrorCode =
  /** His role may not do this. */
  | 'forbidden'
  /** There is no such draft, sample or talk. */
  | 'unknown'
  /** Somebody else changed it in the meantime: look again. */
  | 'lost'
  /** Four eyes: who wrote it does not approve it. */
  | 'own-draft'
  /** It is in a state in which this cannot be done. */
  | 'wrong-state'
  /** The trial found something wrong. */
  | 'faulty'
  | 'bad-input';

export class EditorialError extends Error {
  override readonly name = 'EditorialError';
  readonly code: EditorialErrorCode;

  constructor(code: EditorialErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
