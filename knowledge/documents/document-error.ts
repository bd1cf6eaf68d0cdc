/** Why a document cannot be kept, said to the officer in Vietnamese: what is wrong, and what to do. */
export type DocumentErrorCode =
  | 'document-exists'
  | 'document-missing'
  | 'document-broken'
  | 'document-too-long'
  | 'document-option';

export class DocumentError extends Error {
  readonly code: DocumentErrorCode;
  constructor(code: DocumentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DocumentError';
    this.code = code;
  }
}
