/** Who may see and do what with a dossier (hồ sơ): the one table. `docs/how-to/sign-in.md` shows it; a test compares. */

/**
 * How sure we are of who asks, least first.
 *
 * `code-only`: he knows a dossier code, which proves nothing. `second-factor`: a code and something that only those
 * whom the dossier concerns have, for one dossier and 15 minutes. `linked`: an account of another channel that its
 * owner bound to himself after a sign-in. `signed-in`: a session on the web that lasts now.
 */
export const rungs = ['anonymous', 'code-only', 'second-factor', 'linked', 'signed-in'] as const;
export type Rung = (typeof rungs)[number];

/** What somebody is to a dossier. One person may be several things to it; the most that any of them gives is his. */
export const relations = ['applicant', 'filer', 'guardian', 'authorised'] as const;
export type Relation = (typeof relations)[number];

/** What of a dossier is seen. `names` are those of people in it; without that right they are masked. */
export const sights = ['status', 'due-date', 'progress', 'missing', 'return-reason', 'fee', 'result', 'names'] as const;
export type Sight = (typeof sights)[number];

/** What may be done about it. `contact` is the phone or e-mail that notices and codes go to. */
export const deeds = ['hand-off', 'notices', 'link-account', 'contact'] as const;
export type Deed = (typeof deeds)[number];
export type Right = Sight | Deed;

const little: readonly Right[] = ['status', 'due-date', 'hand-off'];
const all: readonly Right[] = [...sights, 'hand-off', 'notices'];
const everything: readonly Right[] = [...all, 'link-account', 'contact'];
/** Who acts for another follows the case, but where its notices and codes go is not his to change. */
const forAnother: readonly Right[] = [...all, 'link-account'];

const nothing = { applicant: [], filer: [], guardian: [], authorised: [] } as const;
const same = (rights: readonly Right[]) => ({
  applicant: rights,
  filer: rights,
  guardian: rights,
  authorised: rights,
});

export const rightsTable: Readonly<Record<Rung, Readonly<Record<Relation, readonly Right[]>>>> = {
  anonymous: nothing,
  'code-only': nothing,
  'second-factor': same(little),
  linked: same(all),
  'signed-in': { applicant: everything, filer: forAnother, guardian: everything, authorised: forAnother },
};

/** Whether this rung gives this right to somebody who is all of `relations` to the dossier; to a stranger nothing. */
export const mayI = (rung: Rung, relations: readonly Relation[], right: Right): boolean =>
  relations.some((relation) => rightsTable[rung][relation].includes(right));

/** Whether this rung may be shown anything of a dossier at all: whether it is worth reading one. */
export const seesAnything = (rung: Rung): boolean =>
  Object.values(rightsTable[rung]).some((rights) => rights.length > 0);
