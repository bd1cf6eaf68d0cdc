/** Approves and removes documents. */
import { join } from 'node:path';
import type { WardDocument } from './document.ts';
import { DocumentError } from './document-error.ts';
import { codeOf } from './error-code.ts';
import { loadDocument } from './load-documents.ts';
import { removeFolderWhole, writeFileWhole } from './write-whole.ts';

/** @throws {DocumentError} `document-missing` or `document-broken`. */
export async function findDocument(folder: string, id: string): Promise<WardDocument> {
  if (!/^tb-[0-9a-f]{10}$/.test(id)) throw missing(id);
  return loadDocument(join(folder, id)).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT') throw missing(id, cause);
    throw new DocumentError(
      'document-broken',
      `${id}: tệp lưu bị hỏng. Xóa bằng \`document remove ${id}\` rồi thêm lại.`,
      {
        cause,
      },
    );
  });
}

const missing = (id: string, cause?: unknown) =>
  new DocumentError('document-missing', `Không có tài liệu mã «${id}». Xem mã bằng \`document list\`.`, { cause });

export interface NewApproval {
  /** Commune for whose citizens it is approved; `null`: for every commune that the document is for. */
  readonly unit: string | null;
  readonly by: string | null;
}

/** From now on citizens of the commune see it. Editors of two communes may approve at once. @throws {DocumentError} */
export async function approveDocument(
  folder: string,
  id: string,
  { unit, by, now }: NewApproval & { readonly now: Date },
): Promise<WardDocument> {
  const document = await findDocument(folder, id);
  if (unit !== null && !/^[\w-]{1,20}$/.test(unit))
    throw new DocumentError('document-option', `Mã xã, phường «${unit}» không đúng: chỉ có số, như 10750.`);
  if (unit !== null && document.unit !== null && document.unit !== unit)
    throw new DocumentError(
      'document-option',
      `${id} là của xã, phường ${document.unit}, không duyệt cho ${unit} được.`,
    );
  const scope = unit ?? document.unit;
  const approval = { unit: scope, by, at: now.toISOString(), sectionsSha256: document.sectionsSha256 };
  await writeFileWhole(join(folder, id, `approved-${scope ?? 'all'}.json`), JSON.stringify(approval, null, 1));
  return loadDocument(join(folder, id));
}

/** From now on nobody sees it. @throws {DocumentError} when there is none of this id. */
export async function removeDocument(folder: string, id: string): Promise<void> {
  if (!/^tb-[0-9a-f]{10}$/.test(id) || !(await removeFolderWhole(folder, id))) throw missing(id);
}
