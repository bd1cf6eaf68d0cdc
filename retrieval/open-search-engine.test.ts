import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SearchDocument } from './documents/search-document.ts';
import { openSearchEngine } from './open-search-engine.ts';
import { ProcedureRetriever } from './procedure-retriever.ts';
import type { SearchEngine } from './search-engine.ts';

const nothing = { documents: '', steps: '', conditions: '', results: '', methods: '', legal: '', about: '' };
const procedure = (id: string, title: string, own: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  kind: 'guide',
  title,
  plainTitle: null,
  field: 'Hộ tịch',
  levels: ['commune'],
  body: nothing,
  ways: [],
  family: null,
  variant: null,
  isDefault: false,
  ...own,
});
const way = (say: string) => ({ say, mustCatch: say, mustNotCatch: 'x' });

const procedures = [
  procedure('khai-sinh', 'Thủ tục đăng ký khai sinh', { ways: [way('con mới đẻ'), way('vợ sinh em bé')] }),
  procedure('khai-sinh-nuoc-ngoai', 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài'),
  procedure('khai-sinh-luu-dong', 'Thủ tục đăng ký khai sinh lưu động'),
  procedure('khai-sinh-lai', 'Thủ tục đăng ký lại khai sinh'),
  procedure('khai-tu', 'Thủ tục đăng ký khai tử', { ways: [way('bố mẹ mất')] }),
  procedure('ket-hon', 'Thủ tục đăng ký kết hôn'),
  procedure('ket-hon-nuoc-ngoai', 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài'),
  procedure('can-cuoc-lai', 'Cấp lại thẻ căn cước', { field: 'Căn cước' }),
  procedure('can-cuoc-doi', 'Cấp đổi thẻ căn cước', { field: 'Căn cước' }),
  procedure('thuong-tru', 'Đăng ký thường trú', {
    field: 'Cư trú',
    body: { ...nothing, documents: 'Tờ khai thay đổi thông tin cư trú mẫu CT01' },
  }),
  procedure('thuong-tru-tinh', 'Đăng ký thường trú', { field: 'Cư trú', levels: ['province'] }),
  procedure('xoa-thuong-tru', 'Xóa đăng ký thường trú', { field: 'Cư trú' }),
];

const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'engine-'));
  folders.push(made);
  return made;
}
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true }))));

let engine: SearchEngine;
beforeAll(async () => {
  engine = await openSearchEngine(procedures);
});
const first = (text: string) => engine.search(text).hits[0]?.id;

describe('openSearchEngine', () => {
  it('finds a procedure by its name, with marks and without', () => {
    expect(first('đăng ký kết hôn cần giấy gì')).toBe('ket-hon');
    expect(first('dang ky ket hon can giay gi')).toBe('ket-hon');
    expect(first('ddawng kys keets hoon')).toBe('ket-hon');
  });

  it('finds it by a way of asking', () => {
    expect(first('vợ tôi vừa sinh em bé')).toBe('khai-sinh');
    expect(first('ba tôi mới mất')).toBe('khai-tu');
  });

  it('takes the plain form unless the question names a case', () => {
    expect(first('làm khai sinh')).toBe('khai-sinh');
    expect(first('khai sinh cho con, chồng tôi người Pháp')).toBe('khai-sinh-nuoc-ngoai');
    expect(first('đăng ký lại khai sinh')).toBe('khai-sinh-lai');
    expect(first('khai sinh lưu động')).toBe('khai-sinh-luu-dong');
  });

  it('tells a lost card from an old one', () => {
    expect(first('bị mất căn cước')).toBe('can-cuoc-lai');
    expect(first('đổi căn cước')).toBe('can-cuoc-doi');
  });

  it('prefers what the commune does', () => {
    expect(first('nhập hộ khẩu')).toBe('thuong-tru');
  });

  it('finds words of the body', () => {
    expect(first('mẫu CT01')).toBe('thuong-tru');
  });

  it('says why each hit scored, and the reasons add up', () => {
    for (const { score, why } of engine.search('xóa hộ khẩu').hits) {
      expect(why.reduce((sum, reason) => sum + reason.score, 0)).toBeCloseTo(score, 4);
      expect(why.every(({ note }) => note !== '')).toBe(true);
    }
  });

  it('says which words the best hit explains', () => {
    const { hits, reading } = engine.search('đăng ký kết hôn với người ngoài hành tinh');
    const words = hits[0]?.explainedWords.map((at) => reading.words[at]?.surface);
    expect(words).toEqual(expect.arrayContaining(['kết', 'hôn']));
    expect(words).not.toContain('tinh');
  });

  it('is surer of what it knows than of what it does not', () => {
    expect(engine.search('đăng ký kết hôn').confidence).toBeGreaterThan(0.8);
    expect(engine.search('hôm nay trời có mưa không').confidence).toBeLessThan(0.5);
  });

  it('finds nothing for an empty text', () => {
    expect(engine.search('')).toMatchObject({ hits: [], confidence: 0, margin: 0 });
    expect(engine.search('?!…').hits).toEqual([]);
  });

  it('splits a question that names two matters, and only that', () => {
    expect(engine.search('làm khai sinh rồi nhập hộ khẩu luôn cho bé').reading.clauses).toHaveLength(2);
    expect(engine.search('bố tôi mất, tôi muốn xóa hộ khẩu của bố').reading.clauses).toHaveLength(1);
  });

  it('does not fail on any text, and answers in bounded time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) =>
        expect(engine.search(text).hits.length).toBeLessThanOrEqual(10),
      ),
    );
    const started = performance.now();
    engine.search('đăng ký kết hôn rồi '.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('leaves ways of asking out when told', async () => {
    const without = await openSearchEngine(procedures, { ways: false });
    expect(without.search('vợ đẻ').hits[0]?.score ?? 0).toBeLessThan(engine.search('vợ đẻ').hits[0]?.score ?? 0);
  });

  it('opens with no documents at all', async () => {
    expect((await openSearchEngine([])).search('khai sinh').hits).toEqual([]);
  });
});

describe('a build on disk', () => {
  const question = 'vợ tôi vừa sinh em bé, làm khai sinh ở đâu';

  it('finds just what the build in memory finds', async () => {
    const cacheFolder = await folder();
    await openSearchEngine(procedures, { cacheFolder });
    const steps: string[] = [];
    const loaded = await openSearchEngine(procedures, { cacheFolder, onProgress: (text) => steps.push(text) });
    expect(steps).toEqual([]);
    const scores = (one: SearchEngine) =>
      one.search(question).hits.map(({ id, score }) => [id, Math.round(score * 1000)]);
    expect(scores(loaded)).toEqual(scores(engine));
  });

  it('is built anew when a document changes, or when it is broken', async () => {
    const cacheFolder = await folder();
    await openSearchEngine(procedures, { cacheFolder });
    const steps: string[] = [];
    const onProgress = (text: string) => steps.push(text);
    await openSearchEngine(procedures.slice(1), { cacheFolder, onProgress });
    expect(steps.length).toBeGreaterThan(0);
    steps.length = 0;
    const [build = ''] = (await readdir(cacheFolder)).filter((name) => name !== 'current');
    await writeFile(join(cacheFolder, build, 'index.bin'), 'half');
    await openSearchEngine(procedures.slice(1), { cacheFolder, onProgress });
    expect(steps.length).toBeGreaterThan(0);
  });
});

describe('an embedder outside', () => {
  const embed = (text: string) => [text.includes('kết hôn') ? 1 : 0, 1, 0];
  const embedder = {
    name: 'fake',
    embedDocuments: async (texts: string[]) => texts.map(embed),
    embedQuery: async (text: string) => embed(text),
  };

  it('adds its vectors to find', async () => {
    const beside = await openSearchEngine(procedures, { embedder });
    expect((await beside.find('đăng ký kết hôn')).hits[0]?.id).toBe('ket-hon');
  });

  it('is done without when it fails', async () => {
    const failing = { ...embedder, embedQuery: () => Promise.reject(new Error('down')) };
    const beside = await openSearchEngine(procedures, { embedder: failing });
    expect((await beside.find('đăng ký kết hôn')).hits).toEqual(beside.search('đăng ký kết hôn').hits);
  });
});

describe('ProcedureRetriever', () => {
  it('gives LangChain documents, best first', async () => {
    const found = await new ProcedureRetriever(engine, procedures, { limit: 2 }).invoke('đăng ký kết hôn');
    expect(found.map(({ metadata }) => metadata.id)).toEqual(['ket-hon', 'ket-hon-nuoc-ngoai']);
    expect(found[0]?.pageContent).toContain('kết hôn');
  });
});
