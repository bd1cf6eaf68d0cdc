/** Takes a ward's file in as a document that waits for approval. */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { type OfficePart, type ReadFile, readOfficeFile } from '../files/index.ts';
import { cutSections } from './cut-sections.ts';
import { type DocumentFacts, factsSchema, type Section } from './document.ts';
import { DocumentError } from './document-error.ts';
import { maskNumbers } from './mask-numbers.ts';
import { sweepDrafts, writeFolderWhole } from './write-whole.ts';

export interface NewDocument {
  readonly file: string;
  readonly title: string;
  readonly desk: string;
  /** `yyyy-mm-dd`. */
  readonly from: string;
  readonly to: string | null;
  /** Commune code; `null` for all communes of the installation. */
  readonly unit: string | null;
}

/** Longer texts are books, not notices. */
const mostCharacters = 2_000_000;

/**
 * Citizens do not see it until an editor approves it.
 *
 * @param folder that of all documents; made when it is not there.
 * @throws {OfficeFileError} for a file that is refused; {DocumentError} for a title, day or length that does not fit, and
 * for a file that was added before for the same commune.
 */
export async function addDocument(folder: string, wanted: NewDocument, now: Date): Promise<DocumentFacts> {
  checkDays(wanted);
  const read = await readOfficeFile(wanted.file);
  const { sections, hidden } = masked(cutSections(withoutTitle(read.parts, wanted.title)));
  const text = JSON.stringify(sections, null, 1);
  if (text.length > mostCharacters)
    throw new DocumentError(
      'document-too-long',
      `«${basename(wanted.file)}»: dài ${text.length} chữ, quá ${mostCharacters}. Tách thành nhiều tài liệu, mỗi tài liệu một việc.`,
    );
  const facts = factsOf(wanted, read, { text, hidden, now });
  await mkdir(folder, { recursive: true });
  await sweepDrafts(folder, now);
  const files = { 'sections.json': text, 'document.json': JSON.stringify(facts, null, 1) };
  if (await writeFolderWhole(folder, facts.id, files)) return facts;
  throw new DocumentError(
    'document-exists',
    `«${facts.file}» đã được thêm trước đây, mã ${facts.id}. Muốn thêm lại: \`document remove ${facts.id}\` rồi thêm.`,
  );
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

interface Kept {
  readonly text: string;
  readonly hidden: number;
  readonly now: Date;
}

/** The id comes from the file and the commune: the same file cannot be added twice, however two adds meet. */
function factsOf(wanted: NewDocument, read: ReadFile, { text, hidden, now }: Kept): DocumentFacts {
  const { title, desk, unit, from, to, file } = wanted;
  const note = hidden > 0 ? [`Đã che ${hidden} số giấy tờ hoặc số tài khoản: không bao giờ hiện cho người dân.`] : [];
  const parsed = factsSchema.safeParse({
    id: `tb-${digest(`${read.sha256} ${unit ?? ''}`).slice(0, 10)}`,
    title: title.normalize('NFC').trim(),
    desk: desk.normalize('NFC').trim(),
    unit,
    from,
    to,
    addedAt: now.toISOString(),
    file: basename(file).normalize('NFC'),
    kind: read.kind,
    sha256: read.sha256,
    sectionsSha256: digest(text),
    warnings: [...read.warnings, ...note],
  });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new DocumentError(
    'document-option',
    `Chưa đúng: ${fields}. Tên tài liệu 5 đến 200 chữ, nơi phụ trách 3 đến 200 chữ.`,
  );
}

function checkDays({ from, to }: NewDocument): void {
  for (const day of [from, to]) {
    if (day === null) continue;
    const read = new Date(`${day}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== day)
      throw new DocumentError('document-option', `Ngày «${day}» không đúng. Viết năm-tháng-ngày, ví dụ 2026-01-01.`);
  }
  if (to !== null && to < from)
    throw new DocumentError('document-option', `Ngày hết hạn ${to} trước ngày bắt đầu ${from}. Kiểm tra lại hai ngày.`);
}

/** The title stands in the answer already. */
const withoutTitle = (parts: readonly OfficePart[], title: string) =>
  parts.filter((part) => part.kind === 'table' || part.text.toLowerCase() !== title.trim().toLowerCase());

function masked(sections: readonly Section[]): { readonly sections: Section[]; readonly hidden: number } {
  let hidden = 0;
  const mask = (text: string) => {
    const result = maskNumbers(text);
    hidden += result.hidden;
    return result.line;
  };
  return {
    sections: sections.map(({ heading, lines }) => ({
      heading: heading === null ? null : mask(heading),
      lines: lines.map(mask),
    })),
    hidden,
  };
}
