/** What the API of accounts takes and gives. */
import type { StaffList } from '../../../staff/schemas.ts';

export type Staff = StaffList['staff'][number];
export type { StaffList };

/** Serves once; shown this once. */
export interface MadeLink {
  readonly id: string;
  readonly link: string;
}
