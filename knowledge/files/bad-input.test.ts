/** Files that are broken, hostile or not what they call themselves: each is refused by name, and nothing hangs. */
import { truncateSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FileErrorCode } from './file-error.ts';
import type { FileLimits } from './office-file.ts';
import { readOfficeFile } from './read-office-file.ts';
import { testFolder } from './test-folder.ts';
import { docxEntries, docxOf, wordParagraph, zipOf } from './test-zip.ts';

const body = wordParagraph('Thông báo lịch cắt nước');
const honest = docxOf({ body });
const ole = (...streams: readonly string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(512),
    ...streams.map((name) => Buffer.from(name, 'utf16le')),
  ]);

describe('reading a file', () => {
  const folder = testFolder();
  afterAll(() => folder.remove());

  const refused = async (name: string, content: string | Uint8Array, limits: Partial<FileLimits> = {}) => {
    const file = folder.write(name, content);
    return readOfficeFile(file, limits).then(
      () => 'was read',
      (error: { code: FileErrorCode; message: string }) => {
        expect(error.message).toContain(`«${name}»`);
        return error.code;
      },
    );
  };

  it('takes an honest one', async () => {
    expect(await refused('that.docx', honest)).toBe('was read');
  });

  it.each<readonly [what: string, name: string, content: string | Uint8Array, code: FileErrorCode]>([
    ['an empty file', 'rong.docx', '', 'file-empty'],
    ['a file of zeros', 'khong.docx', Buffer.alloc(2_000), 'file-kind-unknown'],
    ['a picture', 'anh.docx', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'file-kind-unknown'],
    ['a zip that is no office file', 'nen.docx', zipOf([{ name: 'a.txt', content: 'xin chào' }]), 'file-kind-unknown'],
    ['a zip within a zip, named docx', 'zip.docx', zipOf([{ name: 'b.docx', content: honest }]), 'file-kind-unknown'],
    ['an old binary Word file', 'cu.doc', ole('WordDocument'), 'file-binary-office'],
    ['an old binary Excel file called xlsx', 'cu.xlsx', ole('Workbook'), 'file-binary-office'],
    ['a Word file with a password', 'khoa.docx', ole('EncryptionInfo', 'EncryptedPackage'), 'file-encrypted'],
    [
      'a package with a locked entry',
      'khoa2.docx',
      zipOf([...docxEntries({ body }), { name: 'word/x.xml', content: 'x', encrypted: true }]),
      'file-encrypted',
    ],
    [
      'a macro',
      'macro.docx',
      docxOf({ body, more: [{ name: 'word/vbaProject.bin', content: 'Sub AutoOpen()' }] }),
      'file-has-macros',
    ],
    [
      'a zip packed into a docx',
      'goi.docx',
      docxOf({
        body,
        more: [{ name: 'word/embeddings/goi.bin', content: zipOf([{ name: 'a.txt', content: 'xin' }]) }],
      }),
      'file-has-archive',
    ],
    [
      'a docm called docx',
      'macro2.docx',
      docxOf({ body, mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'file-has-macros',
    ],
    [
      'an entity that would be fetched',
      'thuc-the.docx',
      docxOf({
        body,
        more: [{ name: 'word/a.xml', content: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>' }],
      }),
      'file-has-entities',
    ],
    [
      'an entity in UTF-16',
      'thuc-the2.docx',
      docxOf({
        body,
        more: [{ name: 'word/a.xml', content: Buffer.from('\ufeff<!DOCTYPE a [<!ENTITY x "y">]><a/>', 'utf16le') }],
      }),
      'file-has-entities',
    ],
    [
      'a bomb: 60 MB of blanks in 60 kB',
      'bom.docx',
      docxOf({ body, more: [{ name: 'word/media/a.bin', content: Buffer.alloc(60_000_000) }] }),
      'file-zip-bomb',
    ],
    [
      'a bomb that lies about its size',
      'bom2.docx',
      docxOf({ body, more: [{ name: 'word/a.bin', content: Buffer.alloc(5_000_000), claimedSize: 500 }] }),
      'file-corrupted',
    ],
    ['a file cut in two', 'cut.docx', honest.subarray(0, honest.length / 2), 'file-corrupted'],
    [
      'a path that leaves the package',
      'ra.docx',
      zipOf([...docxEntries({ body }), { name: '../../etc/cron.d/x', content: 'x' }]),
      'file-corrupted',
    ],
    ['a Word file whose text is no XML', 'xml.docx', docxOf({ body: '<w:p><w:r><w:t>chưa đóng' }), 'file-corrupted'],
    ['a PDF that is only a head', 'dau.pdf', '%PDF-1.7\n', 'file-corrupted'],
    ['a page without words', 'trang.html', '<html><body><script>alert(1)</script></body></html>', 'file-without-text'],
    [
      'MHTML without a page',
      'trang.mht',
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--',
      'file-kind-unknown',
    ],
    ['RTF nested ten thousand deep', 'sau.rtf', `{\\rtf1 ${'{'.repeat(10_000)}`, 'file-corrupted'],
  ])('refuses %s', async (_what, name, content, code) => {
    expect(await refused(name, content)).toBe(code);
  });

  it('refuses 200 MB by its size, without reading a byte', async () => {
    const file = folder.write('to.xlsx', '');
    truncateSync(file, 200_000_000);
    const before = process.memoryUsage.rss();
    await expect(readOfficeFile(file)).rejects.toMatchObject({
      code: 'file-too-large',
      message: expect.stringContaining('200 MB'),
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
  });

  it('refuses too many entries, and too much in all', async () => {
    const many = Array.from({ length: 40 }, (_none, at) => ({ name: `word/${at}.bin`, content: 'x'.repeat(2_000) }));
    expect(await refused('nhieu.docx', docxOf({ body, more: many }), { entries: 30 })).toBe('file-zip-bomb');
    expect(await refused('nhieu.docx', docxOf({ body, more: many }), { unpackedBytes: 50_000 })).toBe('file-zip-bomb');
  });

  it.each(['/tmp', '/khong/co/tep.docx'])('says what %s is', async (file) => {
    await expect(readOfficeFile(file)).rejects.toMatchObject({
      code: file === '/tmp' ? 'file-not-regular' : 'file-missing',
    });
  });

  const long = `<html><body>${'<p>Thông báo <b>lịch</b> cắt nước</p>'.repeat(300_000)}</body></html>`;

  it('kills a reading that takes too long, in the middle of its work', async () => {
    expect(await refused('lau.html', long, { ms: 400 })).toBe('file-too-slow');
  });

  it('kills a reading that takes too much memory, and lives on', async () => {
    expect(await refused('nang.html', long, { memoryMb: 60 })).toBe('file-too-much-memory');
    expect(await refused('that.docx', honest)).toBe('was read');
  });

  it('keeps no more text than allowed, and says so', async () => {
    const file = folder.write('dai.txt', 'Dòng thông báo\n'.repeat(100));
    const read = await readOfficeFile(file, { characters: 200 });
    expect(read.paragraphs.length).toBeLessThan(20);
    expect(read.warnings.join()).toContain('quá dài');
  });

  it('reads or refuses any damage of an honest file: it never breaks otherwise', async () => {
    const damaged = fc.tuple(fc.nat(honest.length - 1), fc.nat(255), fc.nat(honest.length));
    await fc.assert(
      fc.asyncProperty(damaged, async ([at, byte, end]) => {
        const bytes = Buffer.from(honest);
        bytes[at] = byte;
        expect(await refused('hong.docx', bytes.subarray(0, Math.max(end, 1)))).toMatch(/^(?:file-|was read)/);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
