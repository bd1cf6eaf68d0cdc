/** The update cannot go on. The message names the next thing to do. */
export type UpdateFault =
  | 'no-installation'
  | 'no-room'
  | 'already-running'
  | 'unfinished'
  | 'does-not-serve'
  | 'command-failed'
  | 'same-release';

export class UpdateError extends Error {
  override readonly name = 'UpdateError';
  readonly code: UpdateFault;

  constructor(code: UpdateFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
