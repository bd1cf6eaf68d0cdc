/** Lists of papers with what is ticked, kept on the device by the code of the procedure. Nothing personal, sent nowhere. */
import type { Answer, Block } from '../../../bot/index.ts';
import { readJson, type Storage, writeJson } from '../talk/keep-session.ts';

export interface PaperGroup {
  /** The case that asks for these papers; `null` where the answer names none. */
  readonly label: string | null;
  readonly papers: readonly string[];
}

export interface Checklist {
  readonly code: string;
  readonly title: string;
  readonly groups: readonly PaperGroup[];
  /** The texts of the papers at hand, so that a list that changes loses no tick of what stayed. */
  readonly ticked: readonly string[];
  /** The day on which the record was checked, ISO; `null` when the answer did not say. */
  readonly checkedOn: string | null;
}

const key = 'hmc.checklists';
/** Enough for a family's errands; the oldest goes first. */
const mostKept = 30;

const isPapers = (block: Block): block is Extract<Block, { kind: 'list' }> =>
  block.kind === 'list' && block.role === 'papers';

/** The list to prepare by, from an answer about one procedure; `null` when it holds none. */
export function checklistOf(answer: Answer): Checklist | null {
  const groups = answer.blocks.filter(isPapers).map(({ label, items }) => ({ label, papers: items }));
  const code = answer.codes[0];
  if (groups.length === 0 || !code || answer.codes.length > 1) return null;
  const title = answer.blocks.find(({ kind }) => kind === 'title');
  return {
    code,
    title: title && 'text' in title ? title.text : code,
    groups,
    ticked: [],
    checkedOn: answer.sources[0]?.checkedOn ?? null,
  };
}

/** The kept lists, latest first; what is broken is left out. */
export function keptLists(storage: Storage | null): readonly Checklist[] {
  const kept = readJson(storage, key);
  return Array.isArray(kept) ? kept.filter(isChecklist) : [];
}

const isChecklist = (value: unknown): value is Checklist => {
  const list = value as Partial<Checklist> | null;
  return (
    typeof list?.code === 'string' &&
    typeof list.title === 'string' &&
    Array.isArray(list.ticked) &&
    Array.isArray(list.groups) &&
    list.groups.every((group) => Array.isArray(group?.papers))
  );
};

/** A fresh list with the ticks that were kept for the same procedure. */
export function withKeptTicks(storage: Storage | null, list: Checklist): Checklist {
  const kept = keptLists(storage).find(({ code }) => code === list.code);
  const papers = new Set(papersOf(list));
  return { ...list, ticked: kept?.ticked.filter((paper) => papers.has(paper)) ?? [] };
}

export const keepList = (storage: Storage | null, list: Checklist): void => {
  const others = keptLists(storage).filter(({ code }) => code !== list.code);
  writeJson(storage, key, [list, ...others].slice(0, mostKept));
};

export const forgetList = (storage: Storage | null, code: string): void =>
  writeJson(
    storage,
    key,
    keptLists(storage).filter((list) => list.code !== code),
  );

export const papersOf = ({ groups }: Pick<Checklist, 'groups'>): readonly string[] =>
  groups.flatMap(({ papers }) => papers);

export const toggle = (list: Checklist, paper: string): Checklist => ({
  ...list,
  ticked: list.ticked.includes(paper) ? list.ticked.filter((one) => one !== paper) : [...list.ticked, paper],
});

/** The list as text to paste into a message or a note. */
export const listAsText = ({ title, groups, ticked }: Checklist): string =>
  [
    title,
    ...groups.flatMap(({ label, papers }) => [
      ...(label ? [`${label}:`] : []),
      ...papers.map((paper) => `${ticked.includes(paper) ? '[x]' : '[ ]'} ${paper}`),
    ]),
  ].join('\n');

/** `Giấy chứng sinh (1 bản chính). Phải nộp.` as its name and what is said about it. */
export function nameAndNote(paper: string): { readonly name: string; readonly note: string } {
  const cut = /[.;] (?=\p{Lu})/u.exec(paper);
  return cut
    ? { name: paper.slice(0, cut.index), note: paper.slice(cut.index + 2) }
    : { name: paper.replace(/\.$/, ''), note: '' };
}
