import { afterAll, describe, expect, it } from '@jest/globals';
import { encodeLegacy } from './legacy-fonts/decode-legacy.ts';
import { readOfficeFile } from './read-office-file.ts';
import { testFolder } from './test-folder.ts';
import { docxOf, wordParagraph as p, wordTable } from './test-zip.ts';

describe('a Word file', () => {
  const folder = testFolder();
  afterAll(() => folder.remove());
  const read = (body: string, title?: string) =>
    readOfficeFile(folder.write('thong-bao.docx', docxOf({ body, ...(title ? { title } : {}) })));

  it('gives headings, paragraphs and tables in their order, and its own title', async () => {
    const body = [
      p('Lịch cắt điện', { style: 'Heading1' }),
      p('Khu phố 3: từ 7 giờ 30.', { bold: true }),
      wordTable([
        ['Ngày', 'Khu phố'],
        ['24/11/2026', '3'],
      ]),
      p('Nơi nhận < & >'),
    ].join('');
    const file = await read(body, 'Thông báo của phường');
    expect(file).toMatchObject({ kind: 'docx', title: 'Thông báo của phường', warnings: [] });
    expect(file.parts).toEqual([
      { kind: 'paragraph', text: 'Lịch cắt điện', heading: 1, bold: false },
      { kind: 'paragraph', text: 'Khu phố 3: từ 7 giờ 30.', heading: null, bold: true },
      {
        kind: 'table',
        name: null,
        rows: [
          ['Ngày', 'Khu phố'],
          ['24/11/2026', '3'],
        ],
      },
      { kind: 'paragraph', text: 'Nơi nhận < & >', heading: null, bold: false },
    ]);
  });

  it.each(['<w:vanish/>', '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'])(
    'leaves out what nobody sees who opens it (%s), and says so',
    async (hides) => {
      const run = (style: string, text: string) =>
        `<w:r><w:rPr>${style}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
      const { parts, warnings } = await read(`<w:p>${run('', 'Lịch tiêm')}${run(hides, ' phí 900.000 đồng')}</w:p>`);
      expect(parts.map((part) => part.kind === 'paragraph' && part.text)).toEqual(['Lịch tiêm']);
      expect(warnings.join(' ')).toContain('chữ ẩn');
    },
  );

  it('takes its first heading for its title where it keeps none', async () => {
    expect((await read(p('Quy định giữ xe', { style: 'Heading1' }) + p('Điều 1.'))).title).toBe('Quy định giữ xe');
  });

  it('decodes one word in a font of TCVN3 or VNI, where statistics could not tell', async () => {
    const body =
      p(encodeLegacy('có', 'tcvn3'), { font: '.VnTime' }) + p(encodeLegacy('có', 'vni'), { font: 'VNI-Times' });
    expect((await read(body)).paragraphs.map(({ text }) => text)).toEqual(['có', 'có']);
  });

  it('draws the capitals of a capital font', async () => {
    const { paragraphs } = await read(p(encodeLegacy('thông báo', 'tcvn3'), { font: '.VnTimeH' }));
    expect(paragraphs[0]?.text).toBe('THÔNG BÁO');
  });

  it('leaves Unicode text alone that only calls itself by an old font', async () => {
    const { paragraphs } = await read(p('có', { font: '.VnTime' }) + p('thể được', { font: '.VnTime' }));
    expect(paragraphs.map(({ text }) => text)).toEqual(['có', 'thể được']);
  });

  it('drops what nobody sees: zero-width and direction marks', async () => {
    expect((await read(p('Lệ\u200b phí\u202e: không'))).paragraphs[0]?.text).toBe('Lệ phí: không');
  });

  it('gives Unicode in one form, however it was typed', async () => {
    expect((await read(p('Lệ phí'.normalize('NFD')))).paragraphs[0]?.text).toBe('Lệ phí'.normalize('NFC'));
  });
});
