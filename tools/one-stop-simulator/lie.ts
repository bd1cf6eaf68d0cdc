/** Faults in what is told, not in how it is sent. */
import type { Fault } from './fault.ts';
import type { WireDossier } from './make-up-case.ts';
import { isoOf } from './office-time.ts';
import type { Office, OfficePage } from './simulated-office.ts';

/** A page as the wire carries it. */
export interface WirePage {
  readonly dossiers: readonly unknown[];
  readonly cursor: string | null;
  readonly more: boolean;
}

const year = 365 * 24 * 3_600_000;

/** Changes what stands in a page as the fault says; the cursor is true in all of them but one. */
export function pageWith(
  page: OfficePage,
  fault: Fault | null,
  { office, since }: { office: Office; since: string | null },
): WirePage {
  const told = { cursor: String(page.next), more: page.more };
  const before = (dossier: WireDossier) => office.find(dossier.code, 1) ?? dossier;
  switch (fault?.kind) {
    case 'duplicates':
      return { ...told, dossiers: page.dossiers.flatMap((dossier) => [dossier, before(dossier)]) };
    case 'future':
      return { ...told, dossiers: page.dossiers.map(ahead) };
    case 'backwards':
      return { ...told, dossiers: page.dossiers.map(before) };
    case 'renamed':
      return { ...told, dossiers: page.dossiers.map(renamed) };
    case 'half-dossiers':
      return { ...told, dossiers: [{ status: 'ready' }, null, 'H38', [], ...page.dossiers] };
    case 'stuck-cursor':
      return { dossiers: page.dossiers, cursor: since ?? '0', more: true };
    default:
      return { ...told, dossiers: page.dossiers };
  }
}

/** The same for one dossier. */
export function dossierWith(dossier: WireDossier, fault: Fault | null, office: Office): unknown {
  switch (fault?.kind) {
    case 'future':
      return ahead(dossier);
    case 'backwards':
      return office.find(dossier.code, 1);
    case 'renamed':
      return renamed(dossier);
    case 'half-dossiers':
      return { status: dossier.status };
    case 'other-dossier':
      return office.all().find(({ code }) => code !== dossier.code) ?? dossier;
    default:
      return dossier;
  }
}

const ahead = (dossier: WireDossier) => ({ ...dossier, updatedAt: isoOf(Date.parse(dossier.updatedAt) + year) });

/** As a system might call them that was written without asking us. */
const renamed = ({ code, status, applicant, promisedAt, ...rest }: WireDossier) => ({
  ...rest,
  maHoSo: code,
  trangThai: status,
  chuHoSo: applicant,
  ngayHenTra: promisedAt,
});
