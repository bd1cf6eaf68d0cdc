import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openSearchEngine, type SearchDocument } from '../../retrieval/index.ts';
import { percentile, qualityOf, rankAll } from './measure.ts';
import { readOptions } from './options.ts';
import { readCorpus, readQueries } from './read-corpus.ts';

const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'retrieval-'));
  folders.push(made);
  return made;
}
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true }))));
const lines = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join('\n');

async function all(files: readonly string[]): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  for await (const document of readCorpus(files)) documents.push(document);
  return documents;
}

describe('readCorpus', () => {
  it('reads portal records and plain texts', async () => {
    const file = join(await folder(), 'corpus.jsonl');
    await writeFile(
      file,
      lines([
        { id: '1.001193', name: 'Thủ tục đăng ký khai sinh', levels: ['Cấp xã'] },
        { id: 'a', text: 'Rửa tay thường xuyên' },
      ]),
    );
    expect((await all([file])).map(({ id, kind }) => [id, kind])).toEqual([
      ['1.001193', 'record'],
      ['a', 'plain'],
    ]);
  });

  it('names file and line of what it cannot read', async () => {
    const file = join(await folder(), 'corpus.jsonl');
    await writeFile(file, '{"id":"a","text":"b"}\n{"id":1}\n');
    await expect(all([file])).rejects.toThrow('corpus.jsonl:2');
    await writeFile(file, 'nonsense');
    await expect(all([file])).rejects.toThrow('corpus.jsonl:1');
  });
});

describe('readQueries', () => {
  it('joins judgements and leaves out what has no right answer', async () => {
    const own = await folder();
    await writeFile(
      join(own, 'q.jsonl'),
      lines([
        { id: 'q1', text: 'khai sinh' },
        { id: 'q2', text: 'thời tiết' },
      ]),
    );
    await writeFile(join(own, 'qrels.tsv'), 'q1\ta\t1\nq1\tb\t1\nq2\tc\t0\n');
    const queries = await readQueries(join(own, 'q.jsonl'), join(own, 'qrels.tsv'));
    expect(queries.map(({ id, relevant }) => [id, [...relevant]])).toEqual([['q1', ['a', 'b']]]);
  });
});

describe('the figures', () => {
  it('count the place of the first right document', async () => {
    const file = join(await folder(), 'corpus.jsonl');
    await writeFile(
      file,
      lines([
        { id: 'a', text: 'rửa tay bằng xà phòng' },
        { id: 'b', text: 'đeo khẩu trang nơi đông người' },
      ]),
    );
    const engine = await openSearchEngine(readCorpus([file]));
    const ranked = rankAll(engine, [{ id: 'q', text: 'khẩu trang đeo ở đâu', relevant: new Set(['b']) }], 'ignore');
    expect(ranked[0]?.rank).toBe(1);
    expect(qualityOf(ranked)['hit@1'].value).toBe(1);
    expect(qualityOf(ranked)['hit@1'].low).toBeLessThan(0.5);
    expect(percentile(ranked, 0.95)).toBe(ranked[0]?.ms);
  });
});

describe('readOptions', () => {
  it('takes all three files or none', () => {
    expect(readOptions([])?.corpus).toEqual([]);
    expect(readOptions(['--corpus', 'a', '--corpus', 'b', '--queries', 'q', '--qrels', 'r'])?.corpus).toEqual([
      'a',
      'b',
    ]);
    expect(readOptions(['--corpus', 'a'])).toBeNull();
  });

  it('refuses what it does not know', () => {
    expect(readOptions(['--corpse', 'a'])).toBeNull();
  });
});
