/** A procedure named by its code, or by the code of one of its forms ("mẫu NA17 điền sao?"). */
import { formCodesIn } from '../../knowledge/index.ts';
import type { SearchResult } from '../../retrieval/index.ts';
import type { Library } from '../library.ts';

const procedureCode = /\b\d\.\d{6}\b/;

/** The id of what is named; `null` when nothing is, or when several guides share the form and none of them was found. */
export function namedIn(text: string, whole: SearchResult, library: Library): string | null {
  const code = procedureCode.exec(text)?.[0];
  if (code) return library.find(code)?.id ?? null;
  const forms = formCodesIn(text.toUpperCase());
  if (forms.length === 0) return null;
  const holders = library.guides.filter((guide) =>
    (guide.papers ?? []).some((paper) => forms.some((form) => paper.form?.code === form || paper.name.includes(form))),
  );
  if (holders.length === 1) return holders[0]?.code ?? null;
  const ids = new Set(holders.map((guide) => guide.code));
  return whole.hits.find((hit) => ids.has(hit.id))?.id ?? null;
}
