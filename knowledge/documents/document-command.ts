/** `npm run knowledge -- document add | list | show | approve | remove`: the documents of a ward, from the command line. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { OfficeFileError } from '../files/index.ts';
import { addDocument } from './add-document.ts';
import { validityAt, type WardDocument } from './document.ts';
import { DocumentError } from './document-error.ts';
import { codeOf } from './error-code.ts';
import { approveDocument, findDocument, removeDocument } from './keep-documents.ts';
import { loadDocuments } from './load-documents.ts';

export const documentUsage = [
  'document add TỆP --title "Tên thông báo" --desk "Nơi phụ trách" --from 2026-01-01 [--to 2026-12-31] [--unit MÃ_XÃ]',
  'document list | show MÃ | approve MÃ [--unit MÃ_XÃ] [--by "Họ tên"] | remove MÃ      (--data THƯ_MỤC: nơi lưu, mặc định data)',
].join('\n');

export interface DocumentTools {
  readonly say: (text: string) => void;
  readonly now: Date;
  /** Where the program keeps its data, unless `--data` names another place. */
  readonly dataFolder: string;
}

/** Exit code: 0 when done, 1 when refused with a sentence that says why, 2 when the command is not understood. */
export async function documentCommand(words: readonly string[], tools: DocumentTools): Promise<number> {
  try {
    return await run(words, tools);
  } catch (error) {
    if (error instanceof DocumentError || error instanceof OfficeFileError) {
      tools.say(error.message);
      return 1;
    }
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    return usage(tools.say);
  }
}

const options = {
  title: { type: 'string' },
  desk: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  unit: { type: 'string' },
  by: { type: 'string' },
  data: { type: 'string' },
} as const;

type Values = Partial<Record<keyof typeof options, string>>;

async function run(words: readonly string[], { say, now, dataFolder }: DocumentTools): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const [command, target, ...more] = positionals;
  const folder = join(resolve(values.data ?? dataFolder), 'documents');
  if (command === 'list' && !target) return list(folder, say, now);
  if (!target || more.length > 0) return usage(say);
  if (command === 'add') return add(folder, { file: target, values, say, now });
  if (command === 'show') say(describeWhole(await findDocument(folder, target), now));
  else if (command === 'approve') await approve(folder, target, { values, say, now });
  else if (command === 'remove') {
    await removeDocument(folder, target);
    say(`Đã xóa ${target}. Người dân không còn thấy tài liệu này.`);
  } else return usage(say);
  return 0;
}

function usage(say: (text: string) => void): number {
  say(documentUsage);
  return 2;
}

interface Asked {
  readonly values: Values;
  readonly say: (text: string) => void;
  readonly now: Date;
}

async function add(folder: string, { file, values, say, now }: Asked & { readonly file: string }): Promise<number> {
  const { title, desk, from, to, unit } = values;
  const lacking = Object.entries({ title, desk, from }).flatMap(([name, value]) => (value ? [] : [`--${name}`]));
  if (!title || !desk || !from) {
    say(`Thiếu ${lacking.join(', ')}.\n${documentUsage}`);
    return 2;
  }
  const facts = await addDocument(folder, { file, title, desk, from, to: to ?? null, unit: unit ?? null }, now);
  for (const warning of facts.warnings) say(`Lưu ý: ${warning}`);
  say(`Đã thêm ${facts.id}: ${facts.title}. Người dân CHƯA thấy.`);
  say(`Đọc lại: document show ${facts.id}. Duyệt cho người dân thấy: document approve ${facts.id}`);
  return 0;
}

async function approve(folder: string, id: string, { values, say, now }: Asked): Promise<void> {
  const document = await approveDocument(folder, id, { unit: values.unit ?? null, by: values.by ?? null, now });
  const scope = values.unit ?? document.unit;
  say(`Đã duyệt ${id} cho ${scope ? `xã, phường ${scope}` : 'mọi xã, phường của máy này'}. Người dân thấy từ bây giờ.`);
}

async function list(folder: string, say: (text: string) => void, now: Date): Promise<number> {
  const { documents, problems } = await loadDocuments(folder);
  for (const document of documents) say(describe(document, now));
  for (const problem of problems) say(`Hỏng: ${problem}`);
  say(
    `${documents.length} tài liệu, ${documents.filter(({ approvals }) => approvals.length === 0).length} chưa duyệt.`,
  );
  return problems.length > 0 ? 1 : 0;
}

const states = { 'not-yet': 'chưa đến ngày', valid: 'còn hạn', expired: 'hết hạn' } as const;

function describe(document: WardDocument, now: Date): string {
  const { id, title, desk, unit, from, to, approvals } = document;
  const approved = approvals.map((one) => one.unit ?? 'mọi nơi').join(', ');
  return [
    id,
    approved ? `đã duyệt (${approved})` : 'CHƯA DUYỆT',
    states[validityAt(document, now)],
    `${from} đến ${to ?? 'khi xóa'}`,
    unit ?? 'mọi xã, phường',
    desk,
    title,
  ].join(' | ');
}

const describeWhole = (document: WardDocument, now: Date): string =>
  [
    describe(document, now),
    ...document.warnings.map((warning) => `Lưu ý: ${warning}`),
    ...document.sections.flatMap(({ heading, lines }) => ['', ...(heading ? [`## ${heading}`] : []), ...lines]),
  ].join('\n');
