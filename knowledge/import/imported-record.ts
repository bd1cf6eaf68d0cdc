/** A portal record as it was imported last, approved or not. */
import type { PortalRecord } from '../records/portal-record.ts';
import { currentVersion, readVersion } from './version-store.ts';

/** `null` when nothing of this code was imported. @throws {ImportError} `version-broken` */
export const importedRecord = (folder: string, code: string): PortalRecord | null =>
  readVersion(folder, currentVersion(folder)).drafts.get(code)?.record ?? null;

/** Codes and names of everything that was imported, approved or not. @throws {ImportError} `version-broken` */
export const importedTitles = (folder: string): readonly { readonly code: string; readonly title: string }[] =>
  [...readVersion(folder, currentVersion(folder)).drafts.values()].map(({ code, record }) => ({
    code,
    title: record.name,
  }));
