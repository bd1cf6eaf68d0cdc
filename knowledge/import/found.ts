/** What a file of an import holds, piece by piece. */
import type { PortalRecord } from '../records/portal-record.ts';
import type { Listed } from './draft.ts';

export type Found =
  | { readonly kind: 'record'; readonly where: string; readonly record: PortalRecord }
  | { readonly kind: 'listed'; readonly where: string; readonly listed: Listed }
  /** A line, row or file that is not taken, and why; the rest goes on. */
  | Refused;

export interface Refused {
  readonly kind: 'refused';
  /** `national_2026.jsonl:17` */
  readonly where: string;
  readonly because: string;
}

export const refused = (where: string, because: string): Refused => ({ kind: 'refused', where, because });

const code = /^\d\.\d{6}$/;
export const isCode = (text: string): boolean => code.test(text);
