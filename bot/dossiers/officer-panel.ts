/** Filed cases beside a talk: those whose citizen agreed, in the officer's own commune; one by its code for a reason. Each look is written down. */
import type { HandOff } from '../handover/hand-off.ts';
import { officerOf } from '../handover/officer-desk-parts.ts';
import { staffMay } from '../staff/rights.ts';
import type { StaffMember } from '../staff/staff.ts';
import { addAudit } from '../store/audit.ts';
import type { Database, Officer } from '../store/database.ts';
import { dossierOf, type KeptDossier } from '../store/dossier-form.ts';
import type { SpeechMaker } from '../texts/speech.ts';
import { maskForLog } from '../understand/mask-identity.ts';
import { viewAsOfficer } from './officer-view.ts';

/** A filed case as an officer sees it: no contact, no number of a person. */
export interface SeenDossier
  extends Pick<
    KeptDossier,
    'code' | 'applicantName' | 'filerName' | 'desk' | 'receivedAt' | 'promisedAt' | 'updatedAt' | 'returnReason'
  > {
  /** By its name, where we know it. */
  readonly procedure: string | null;
  /** In words; `null` where its source used a word that nobody knows. */
  readonly status: string | null;
  /** `null` is unknown, `[]` is none; the same for `steps`. */
  readonly missing: readonly { readonly paper: string; readonly reason: string | null }[] | null;
  readonly steps: readonly { readonly at: string | null; readonly desk: string | null; readonly what: string }[] | null;
}

export interface DossierPanel {
  /** `null`: not for him, or the citizen did not agree. */
  ofCitizen(member: StaffMember, handOff: HandOff): Promise<readonly SeenDossier[] | null>;
  /** `null`: his commune has none of this code. */
  byCode(
    member: StaffMember,
    asked: { readonly handOff: HandOff; readonly code: string; readonly reason: string },
  ): Promise<SeenDossier | null>;
}

export interface DossierPanelParts {
  readonly database: Database;
  readonly speak: SpeechMaker;
  /** Name of a procedure by its code. */
  readonly nameOf: (procedure: string) => string | null;
}

const mostShown = 50;

export function createDossierPanel({ database, ...parts }: DossierPanelParts): DossierPanel {
  const seen = seenBy(parts);
  return {
    async ofCitizen(member, handOff) {
      if (handOff.personalDataAgreed !== true || !staffMay(member.role, 'see-dossier')) return null;
      const officer = officerOf(member);
      const citizenId = await citizenOf(database, officer, handOff.id);
      if (citizenId === null) return null;
      const rows = await ownInUnit(database, citizenId, member.unit);
      await noteLooks(database, officer, { handOffId: handOff.id, ids: rows.map(({ id }) => id) });
      return rows.map(({ code, details }) => seen(dossierOf(code, details)));
    },
    async byCode(member, { handOff, code, reason }) {
      if (!staffMay(member.role, 'see-dossier')) return null;
      const why = `${handOff.code}: ${maskForLog(reason)}`;
      const found = await viewAsOfficer(database, officerOf(member), { code, reason: why });
      return found && seen(found);
    },
  };
}

/** Whose talk it is, where the officer sees it and the citizen still agrees. */
const citizenOf = (database: Database, officer: Officer, handOffId: string): Promise<string | null> =>
  database.withOfficer(officer, async (handle) => {
    const row = await handle
      .selectFrom('hand_off')
      .select('citizen_id')
      .where('id', '=', handOffId)
      .where('personal_data_agreed', '=', true)
      .executeTakeFirst();
    return row?.citizen_id ?? null;
  });

/** The citizen's own, as he himself would see them; of these the officer's commune alone. */
const ownInUnit = (database: Database, citizenId: string, unit: string) =>
  database.withCitizen(citizenId, (handle) =>
    handle
      .selectFrom('dossier')
      .select(['id', 'code', 'details'])
      .where('unit', '=', unit)
      .orderBy('received_at', 'desc')
      .limit(mostShown)
      .execute(),
  );

const noteLooks = (
  database: Database,
  officer: Officer,
  { handOffId, ids }: { readonly handOffId: string; readonly ids: readonly string[] },
) =>
  database.withOfficer(officer, async (handle) => {
    for (const id of ids)
      await addAudit(handle, {
        actor: `officer:${officer.id}`,
        action: 'dossier-viewed',
        object: `dossier:${id}`,
        detail: { unit: officer.unit, role: officer.role, handOff: handOffId, reason: 'the citizen agreed' },
      });
  });

const seenBy =
  ({ speak, nameOf }: Pick<DossierPanelParts, 'speak' | 'nameOf'>) =>
  (dossier: KeptDossier): SeenDossier => {
    const { code, applicantName, filerName, desk, receivedAt, promisedAt, updatedAt, returnReason } = dossier;
    return {
      ...{ code, applicantName, filerName, desk, receivedAt, promisedAt, updatedAt, returnReason },
      procedure: dossier.procedure && (nameOf(dossier.procedure) ?? dossier.procedure),
      status: dossier.status && speak('vi', null).say(`filed.short.${dossier.status}`),
      missing: dossier.missing?.flatMap(({ paper, reason }) => (paper === null ? [] : [{ paper, reason }])) ?? null,
      steps:
        dossier.steps?.flatMap(({ at, desk: where, what }) => (what === null ? [] : [{ at, desk: where, what }])) ??
        null,
    };
  };
