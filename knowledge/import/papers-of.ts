/** The papers of a guide, made of the record's rows; notes among them are left out with the reason. */
import type { Guide, Paper } from '../guide.ts';
import { formCodesIn } from '../plain-text.ts';
import { parseCopies } from '../records/parse-record.ts';
import type { PortalDocument, PortalRecord } from '../records/portal-record.ts';
import { namesAccount, namesDistrict } from './sentences-of.ts';

export interface PapersOf {
  /** `null` when the record has no list. */
  readonly papers: Paper[] | null;
  readonly leftOut: Guide['leftOut'];
}

export function papersOf({ documents }: PortalRecord): PapersOf {
  const rows = documents.map((row, index) => ({ row, from: [`documents.${index}`], because: whyNoPaper(row) }));
  const papers = rows.flatMap(({ row, from, because }) => (because === null ? [{ ...paperOf(row), from }] : []));
  const leftOut = rows.flatMap(({ from, because }) => (because === null ? [] : [{ from, because }]));
  return { papers: papers.length === 0 ? null : papers, leftOut };
}

/** `null` for a paper to bring. */
function whyNoPaper({ note, name }: PortalDocument): string | null {
  if (note === true) return `Ghi chú, không phải giấy tờ phải nộp: ${name}`;
  if (!/\p{L}{2}/u.test(name)) return 'Dòng trống của bảng giấy tờ';
  if (namesDistrict(name) || namesAccount(name)) return `Dòng nêu cơ quan hoặc tài khoản không dùng được nữa: ${name}`;
  return null;
}

function paperOf(row: PortalDocument): Omit<Paper, 'from'> {
  const copies = parseCopies(row.copies, row.copiesSuspect === true);
  const { name, form } = parted(row);
  const when = caseOf(row.group);
  return {
    name,
    originals: copies?.originals ?? null,
    copies: copies?.copies ?? null,
    when,
    form: form === null ? null : { code: formCodesIn(`${name} ${form}`)[0] ?? null, name: form, url: null },
    replacedByData: false,
    note: /xuất trình/iu.test(row.group ?? '') && when === null ? 'Giấy tờ phải xuất trình' : null,
  };
}

const glued = /(?<=[\p{Ll}).;,:”"\d])(?=\p{Lu}\p{L}|\d{1,2}[.-]\s*\p{Lu})/gu;

/** The portal glues the name of the form's file to the end of the paper's name: "… theo Mẫu.Đơn đề nghị cấp" + "lại.docx". */
function parted({ name, form }: PortalDocument): { name: string; form: string | null } {
  const bare = name.replace(/^[-–+*•\s]+/u, '');
  if (form === null) return { name: bare, form };
  const last = [...bare.matchAll(glued)].at(-1)?.index ?? bare.length;
  const [own, rest] = last < shortestName ? [bare, ''] : [bare.slice(0, last), bare.slice(last)];
  // The file's own number in a list stands before its name.
  return {
    name: own.replace(/(?<=[\p{Ll})][.;]?)\d{1,2}$/u, '').trim(),
    form: `${rest} ${form}`.trim().replace(/^\d+\s*[-._)]\s*/u, ''),
  };
}

const shortestName = 10;

const generic =
  /^[^\p{L}]*(lưu ý|ghi chú|thành phần hồ sơ|bao gồm|hồ sơ|hồ sơ gồm|hồ sơ bao gồm|gồm|(?:các )?giấy tờ phải (?:nộp|xuất trình)[^\p{L}]*(?:gồm)?|[a-zđ0-9]{1,3})[^\p{L}]*$/iu;

/** The heading over the row, where it names a case or a part of the file; `null` where it says nothing. */
function caseOf(group: string | null): string | null {
  const text = (group ?? '').replace(/^[-–+*•\s]+/u, '').replace(/[\s:;.]+$/u, '');
  return text === '' || generic.test(text) || namesDistrict(text) || namesAccount(text) ? null : text;
}
