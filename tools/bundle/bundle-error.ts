/** A bundle cannot be made, or is not to be trusted: nothing of it is used. */
export type BundleFault =
  | 'bad-bundle'
  | 'not-signed'
  | 'wrong-signature'
  | 'other-platform'
  | 'not-clean'
  | 'not-installed';

export class BundleError extends Error {
  override readonly name = 'BundleError';
  readonly code: BundleFault;

  constructor(code: BundleFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
