import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestFolder, testFolder } from '../files/test-folder.ts';
import { addDocument, type NewDocument } from './add-document.ts';
import { isApprovedFor, validityAt } from './document.ts';
import { approveDocument, removeDocument } from './keep-documents.ts';
import { fingerprintDocuments, loadDocuments } from './load-documents.ts';

const now = new Date('2026-11-22T02:00:00Z');
const page = '<html><body><p>1. Thời gian</p><p>Từ 22 giờ ngày 26/11/2026.</p></body></html>';

describe('documents of a ward', () => {
  let folder: TestFolder;
  let kept: string;
  beforeEach(() => {
    folder = testFolder();
    kept = join(folder.path, 'documents');
  });
  afterEach(() => folder.remove());

  const notice = (more: Partial<NewDocument> = {}): NewDocument => ({
    file: folder.write('cat-nuoc.doc', page),
    title: 'Thông báo lịch cắt nước',
    desk: 'Văn phòng Ủy ban nhân dân phường',
    from: '2026-11-21',
    to: '2026-11-30',
    unit: null,
    ...more,
  });
  const add = (more: Partial<NewDocument> = {}) => addDocument(kept, notice(more), now);
  const load = async () => (await loadDocuments(kept)).documents;

  it('are kept with their sections, and wait for approval', async () => {
    const { id } = await add();
    const [document] = await load();
    expect(document).toMatchObject({ id, title: 'Thông báo lịch cắt nước', kind: 'html', approvals: [] });
    expect(document?.sections).toEqual([{ heading: '1. Thời gian', lines: ['Từ 22 giờ ngày 26/11/2026.'] }]);
    expect(document && isApprovedFor(document, null)).toBe(false);
  });

  it('are seen in the communes whose editor approved them, and in no other', async () => {
    const { id } = await add();
    await Promise.all(['10750', '10751'].map((unit) => approveDocument(kept, id, { unit, by: 'Lê Thị Mơ', now })));
    const [document] = await load();
    expect(['10750', '10751', '10752', null].map((unit) => document && isApprovedFor(document, unit))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('of one commune are never approved for another', async () => {
    const { id } = await add({ unit: '10750' });
    await expect(approveDocument(kept, id, { unit: '10751', by: null, now })).rejects.toMatchObject({
      code: 'document-option',
    });
    await approveDocument(kept, id, { unit: null, by: null, now });
    const [document] = await load();
    expect(['10750', '10751', null].map((unit) => document && isApprovedFor(document, unit))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('hold from their first day to the end of their last, by the clock of Vietnam', async () => {
    const document = await add();
    const at = (moment: string) => validityAt(document, new Date(moment));
    expect(at('2026-11-20T16:59:00Z')).toBe('not-yet');
    expect(at('2026-11-20T17:00:00Z')).toBe('valid');
    expect(at('2026-11-30T16:59:00Z')).toBe('valid');
    expect(at('2026-11-30T17:00:00Z')).toBe('expired');
    expect(validityAt({ from: '2026-01-01', to: null }, new Date('2099-01-01'))).toBe('valid');
  });

  it.each([
    ['a day that is none', { from: '2026-02-30' }],
    ['a day written our way', { from: '21/11/2026' }],
    ['a last day before the first', { to: '2026-11-20' }],
    ['a title of two letters', { title: 'TB' }],
    ['no desk', { desk: '' }],
  ])('are refused with %s, and nothing is kept', async (_what, more) => {
    await expect(add(more)).rejects.toMatchObject({ code: 'document-option' });
    expect(await load()).toEqual([]);
  });

  it('are taken once, even when two add the same file at the same moment', async () => {
    const results = await Promise.allSettled(Array.from({ length: 6 }, () => add()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'document-exists' });
    expect(await load()).toHaveLength(1);
    expect(readdirSync(kept)).toHaveLength(1);
  });

  it('are removed whole, and may be added again', async () => {
    const { id } = await add();
    await removeDocument(kept, id);
    expect(readdirSync(kept)).toEqual([]);
    await expect(removeDocument(kept, id)).rejects.toMatchObject({ code: 'document-missing' });
    await expect(removeDocument(kept, '../..')).rejects.toMatchObject({ code: 'document-missing' });
    expect((await add()).id).toBe(id);
  });

  it('changed by hand are left out with a word about it, and the others stay', async () => {
    const { id } = await add();
    await add({ unit: '10750' });
    appendFileSync(join(kept, id, 'sections.json'), ' ');
    const { documents, problems } = await loadDocuments(kept);
    expect(documents).toHaveLength(1);
    expect(problems).toEqual([expect.stringContaining(id)]);
  });

  it('have a fingerprint that changes with whatever is done to them', async () => {
    const prints = [await fingerprintDocuments(kept)];
    const { id } = await add();
    prints.push(await fingerprintDocuments(kept));
    await approveDocument(kept, id, { unit: null, by: null, now });
    prints.push(await fingerprintDocuments(kept));
    expect(await fingerprintDocuments(kept)).toBe(prints.at(-1));
    await removeDocument(kept, id);
    expect(await fingerprintDocuments(kept)).toBe('');
    expect(new Set(prints).size).toBe(3);
    expect(prints[0]).toBe('');
  });

  it('are whole or not there when the program that adds them is killed, and what it left is swept', async () => {
    const files = Array.from({ length: 40 }, (_none, at) =>
      folder.write(`tb-${at}.txt`, `Thông báo số ${at}\n`.repeat(20_000)),
    );
    mkdirSync(kept);
    for (const killAt of [1, 3, 5]) {
      const child = spawn(process.execPath, [join(import.meta.dirname, 'test-adding.ts'), kept, ...files]);
      const seen = new Set<string>();
      // The first sign of the n-th document is the moment in which it is half written.
      const watcher = watch(kept, (_event, name) => {
        if (name && seen.add(name.slice(0, 3) === 'tb-' ? 'whole' : name).size > killAt) child.kill('SIGKILL');
      });
      await new Promise((resolve) => child.once('exit', resolve));
      watcher.close();
      const { documents, problems } = await loadDocuments(kept);
      expect(problems).toEqual([]);
      for (const { sections } of documents) expect(sections.flatMap(({ lines }) => lines)).toHaveLength(20_000);
    }
    mkdirSync(join(kept, '.draft-999999-abcdef'));
    await add();
    expect(readdirSync(kept).filter((name) => name.startsWith('.'))).toEqual([]);
  }, 60_000);
});
