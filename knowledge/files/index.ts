/** Office files, read safely. Depends on nothing else of `knowledge`. */

export { type FileErrorCode, OfficeFileError } from './file-error.ts';
export type { FileLimits, OfficeFile, OfficeKind, OfficePart, Paragraph, Table } from './office-file.ts';
export { type ReadFile, readOfficeFile } from './read-office-file.ts';
