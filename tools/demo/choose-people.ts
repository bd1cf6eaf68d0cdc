/** Picks invented people for a demo by what their cases show: many different ones, one alone, none. */
import type { Accounts } from '../../channels/web/sign-in/test-provider.ts';
import type { WireDossier } from '../one-stop-simulator/make-up-case.ts';

export interface DemoPerson {
  /** What is typed at the identity provider. */
  readonly account: string;
  readonly name: string;
  /** Twelve digits. */
  readonly identityNumber: string;
  readonly dossiers: readonly WireDossier[];
}

/** What a case shows: its status, or that it is late. */
function situationOf({ status, promisedAt = null }: WireDossier, now: Date): string {
  const isOpen = status !== null && ['received', 'in-process', 'forwarded'].includes(status);
  return isOpen && promisedAt && Date.parse(promisedAt) < now.getTime() ? 'late' : (status ?? 'unknown');
}

const worthSeeing = new Set(['late', 'needs-papers', 'returned', 'ready', 'in-process']);

type Owner = Omit<DemoPerson, 'account'>;

function ownersIn(dossiers: readonly WireDossier[]): readonly Owner[] {
  const owned = Map.groupBy(dossiers, ({ applicant }) => applicant?.identityNumber ?? '');
  return [...owned].flatMap(([identityNumber, own]) => {
    const name = own[0]?.applicant?.name;
    return identityNumber && name ? [{ name, identityNumber, dossiers: own }] : [];
  });
}

/** @throws {RangeError} for an office too small to have them. */
export function choosePeople(dossiers: readonly WireDossier[], now: Date): readonly DemoPerson[] {
  const owners = ownersIn(dossiers);
  const filers = new Set(dossiers.map(({ filedBy }) => filedBy?.identityNumber));
  const situations = (own: readonly WireDossier[]) => own.map((one) => situationOf(one, now));
  // Being late is what people ask about most, so it counts for two.
  const weight = ({ dossiers: own }: Owner) =>
    [...new Set(situations(own))].reduce((sum, one) => sum + (one === 'late' ? 2 : worthSeeing.has(one) ? 1 : 0), 0);
  const many = owners.toSorted((one, other) => weight(other) - weight(one))[0];
  const single = owners.find(
    ({ identityNumber, dossiers: own }) => situations(own).join() === 'in-process' && !filers.has(identityNumber),
  );
  if (!many || !single) throw new RangeError(`choosePeople: ${dossiers.length} dossiers are too few to choose from`);
  return [
    { account: 'nhieu-ho-so', ...many },
    { account: 'mot-ho-so', ...single },
    { account: 'chua-nop', name: 'Hoàng Thị Chưa', identityNumber: '010190999999', dossiers: [] },
  ];
}

export const accountsOf = (people: readonly DemoPerson[]): Accounts =>
  Object.fromEntries(
    people.map(({ account, name, identityNumber }) => [account, { name, identity_number: identityNumber }]),
  );
