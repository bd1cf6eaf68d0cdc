/** The imported knowledge cannot be read or changed; the message says what to do. What served before serves on. */
export class ImportError extends Error {
  readonly code: 'version-broken' | 'changed-meanwhile' | 'no-such-version' | 'nothing-chosen' | 'not-clean';
  constructor(code: ImportError['code'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ImportError';
    this.code = code;
  }
}
