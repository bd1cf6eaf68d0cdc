/** Notices and local rules of a ward: kept, approved, loaded. Depends on `files`. */

export { addDocument, type NewDocument } from './add-document.ts';
export { type Approval, isApprovedFor, type Section, validityAt, type WardDocument } from './document.ts';
export { documentCommand, documentUsage } from './document-command.ts';
export { DocumentError, type DocumentErrorCode } from './document-error.ts';
export { approveDocument, removeDocument } from './keep-documents.ts';
export { fingerprintDocuments, type LoadedDocuments, loadDocuments } from './load-documents.ts';
export { hiddenNumber } from './mask-numbers.ts';
