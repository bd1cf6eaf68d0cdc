/** Backup and restore. */
export { type BackupReport, backUp, type Installation, type RestoreOptions, restore } from './back-up.ts';
export { BackupError } from './frames.ts';
export type { BackupKey } from './seal-file.ts';
