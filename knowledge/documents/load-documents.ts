/** Reads what is kept of documents. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Approval, approvalSchema, factsSchema, sectionSchema, type WardDocument } from './document.ts';

export interface LoadedDocuments {
  /** Latest first day first. */
  readonly documents: readonly WardDocument[];
  /** Folders that were left out, each with the reason; a broken document never keeps the others from being quoted. */
  readonly problems: readonly string[];
}

const isDocument = (name: string) => /^tb-[0-9a-f]{10}$/.test(name);
const approvalName = /^approved-[\w-]+\.json$/;

/** A folder that is not there has no documents. A document whose text was changed by hand is left out. */
export async function loadDocuments(folder: string): Promise<LoadedDocuments> {
  const documents: WardDocument[] = [];
  const problems: string[] = [];
  for (const name of (await namesIn(folder)).filter(isDocument)) {
    try {
      documents.push(await loadDocument(join(folder, name)));
    } catch (error) {
      problems.push(`${join(folder, name)}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
  }
  documents.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id < b.id ? -1 : 1));
  return { documents, problems };
}

const namesIn = (folder: string) => readdir(folder).catch((): string[] => []);

/** @throws when a file of it is missing or does not fit. */
export async function loadDocument(folder: string): Promise<WardDocument> {
  const facts = factsSchema.parse(JSON.parse(await readFile(join(folder, 'document.json'), 'utf8')));
  const text = await readFile(join(folder, 'sections.json'), 'utf8');
  const sha256 = createHash('sha256').update(text).digest('hex');
  if (sha256 !== facts.sectionsSha256)
    throw new Error('sections.json is not the text that was added: remove it and add the file again');
  const approvals: Approval[] = [];
  for (const name of (await namesIn(folder)).filter((one) => approvalName.test(one))) {
    const approval = approvalSchema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
    if (approval.sectionsSha256 === sha256) approvals.push(approval);
  }
  return { ...facts, sections: z.array(sectionSchema).parse(JSON.parse(text)), approvals };
}

/** Changes whenever a document is added, approved, changed or removed. Reads names, sizes and times only; '' for none. */
export async function fingerprintDocuments(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const documents = (await namesIn(folder)).filter(isDocument).sort();
  for (const document of documents) {
    for (const name of (await namesIn(join(folder, document))).filter((one) => !one.startsWith('.')).sort()) {
      const found = await stat(join(folder, document, name)).catch(() => null);
      hash.update(`${document}/${name} ${found?.size} ${found?.mtimeMs} ${found?.ino}\n`);
    }
  }
  return documents.length === 0 ? '' : hash.digest('hex');
}
