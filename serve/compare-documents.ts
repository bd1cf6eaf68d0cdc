/** Which documents of wards came, went, or were let be seen: for the audit log, by id and title. */
import { maskForLog } from '../bot/index.ts';
import type { WardDocument } from '../knowledge/index.ts';

export interface ToldDocument {
  readonly id: string;
  readonly title: string;
}

export interface DocumentChange {
  readonly added: readonly ToldDocument[];
  readonly removed: readonly ToldDocument[];
  /** `units`: communes that may see it from now on; `null` for all. */
  readonly approved: readonly (ToldDocument & { readonly units: readonly (string | null)[] })[];
}

type Documents = readonly WardDocument[];

export function compareDocuments(before: Documents, after: Documents): DocumentChange {
  const was = new Map(before.map((document) => [document.id, document]));
  const is = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !was.has(id)).map(tell),
    removed: before.filter(({ id }) => !is.has(id)).map(tell),
    approved: after.flatMap((document) => {
      const units = newApprovals(document, was.get(document.id));
      return units.length > 0 ? [{ ...tell(document), units }] : [];
    }),
  };
}

/** A document that was taken away and added again has to be approved again: the moment tells. */
function newApprovals({ approvals }: WardDocument, before: WardDocument | undefined): (string | null)[] {
  const known = new Set(before?.approvals.map(({ unit, at }) => `${unit} ${at}`));
  return approvals.filter(({ unit, at }) => !known.has(`${unit} ${at}`)).map(({ unit }) => unit);
}

/** A title is typed by hand and may name a person's number. */
const tell = ({ id, title }: WardDocument): ToldDocument => ({ id, title: maskForLog(title) });
