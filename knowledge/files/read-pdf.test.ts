import { afterAll, describe, expect, it } from '@jest/globals';
import { readOfficeFile } from './read-office-file.ts';
import { testFolder } from './test-folder.ts';
import { pdfOf, pdfOfStreams } from './test-pdf.ts';

describe('a PDF', () => {
  const folder = testFolder();
  afterAll(() => folder.remove());

  it('gives paragraphs across line ends, and larger lines as headings', async () => {
    const file = folder.write(
      'thong-bao.pdf',
      pdfOf([
        [
          { text: 'Thông báo lịch cắt nước', size: 18, y: 800 },
          { text: 'Ủy ban nhân dân phường thông báo lịch', y: 760 },
          { text: 'cắt nước để sửa đường ống.', y: 745 },
          { text: '1. Khu phố 3: từ 22 giờ ngày 26/11/2026', y: 730 },
          { text: 'đến 4 giờ ngày 27/11/2026.', y: 715 },
          { text: '2. Khu phố 5: không cắt nước.', y: 700 },
        ],
        [{ text: 'Người dân trữ nước trước.', y: 800 }],
      ]),
    );
    const read = await readOfficeFile(file);
    expect(read.paragraphs.map(({ text, heading }) => [heading, text])).toEqual([
      [2, 'Thông báo lịch cắt nước'],
      [null, 'Ủy ban nhân dân phường thông báo lịch cắt nước để sửa đường ống.'],
      [null, '1. Khu phố 3: từ 22 giờ ngày 26/11/2026 đến 4 giờ ngày 27/11/2026.'],
      [null, '2. Khu phố 5: không cắt nước.'],
      [null, 'Người dân trữ nước trước.'],
    ]);
    expect(read.title).toBe('Thông báo lịch cắt nước');
  });

  it('says which page is only a picture', async () => {
    const read = await readOfficeFile(folder.write('a.pdf', pdfOf([[{ text: 'Trang một.', y: 700 }], []])));
    expect(read.warnings).toEqual([expect.stringContaining('Trang 2 không có chữ')]);
  });

  it('refuses a scan with a sentence about it', async () => {
    await expect(readOfficeFile(folder.write('scan.pdf', pdfOf([[]])))).rejects.toMatchObject({
      code: 'file-without-text',
      message: expect.stringContaining('bản chụp'),
    });
  });

  it('refuses one with a password', async () => {
    const locked = pdfOf(
      [[{ text: 'bí mật', y: 700 }]],
      `/ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
    );
    await expect(readOfficeFile(folder.write('khoa.pdf', locked))).rejects.toMatchObject({ code: 'file-encrypted' });
  });

  it('kills a bomb: a page that unpacks to 200 MB', async () => {
    const file = folder.write('bom.pdf', pdfOfStreams([Buffer.alloc(200_000_000, ' ')]));
    await expect(readOfficeFile(file, { memoryMb: 120 })).rejects.toMatchObject({
      code: 'file-too-much-memory',
    });
  }, 60_000);
});
