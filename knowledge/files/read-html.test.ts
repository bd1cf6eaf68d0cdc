import { afterAll, describe, expect, it } from '@jest/globals';
import { ContentError } from './file-error.ts';
import { encodeLegacy } from './legacy-fonts/decode-legacy.ts';
import { readHtml } from './read-html.ts';
import { readOfficeFile } from './read-office-file.ts';
import { testFolder } from './test-folder.ts';

const textsOf = (html: string) =>
  readHtml(html).parts.map((part) => (part.kind === 'paragraph' ? part.text : part.rows));

describe('readHtml', () => {
  it('gives headings, paragraphs, list items and tables in order, and the title of the page', () => {
    const html =
      '<html><head><title>Lịch tiêm</title></head><body><h2>Thời gian</h2><p>Ngày <b>05/12</b><br>tại nhà văn hóa</p><ul><li>Chó</li><li>Mèo</li></ul><table><tr><th>Ngày</th><td>Khu <i>phố</i></td></tr></table></body></html>';
    const { title, parts } = readHtml(html);
    expect(title).toBe('Lịch tiêm');
    expect(parts[0]).toEqual({ kind: 'paragraph', text: 'Thời gian', heading: 2, bold: false });
    expect(textsOf(html).slice(1)).toEqual(['Ngày 05/12', 'tại nhà văn hóa', 'Chó', 'Mèo', [['Ngày', 'Khu phố']]]);
  });

  it.each([
    ['a script', '<script>alert("x")</script>'],
    ['a style', '<style>p { color: red }</style>'],
    ['a comment', '<!-- ghi chú -->'],
    ...[
      'color:#fff',
      'color: white',
      'color:transparent',
      'color:rgba(0,0,0,0)',
      'font-size:0',
      'font-size:1px',
      'opacity:0',
      'text-indent:-9999px',
      'position:absolute;left:-9999px',
      'clip:rect(0,0,0,0)',
      'height:0;overflow:hidden',
    ].map((style): [string, string] => [
      `what ${style} hides`,
      `<p style="${style}">ẩn</p><div style="${style}"><b>ẩn</b></div>`,
    ]),
    ['what is hidden', '<p style="display: none">ẩn</p><span hidden>ẩn</span><p style="mso-hide:all">ẩn</p>'],
    ['a frame', '<iframe src="https://vi-du.vn">ẩn</iframe>'],
  ])('leaves out %s', (_what, html) => {
    expect(textsOf(`<p>Trước</p>${html}<p>Sau</p>`)).toEqual(['Trước', 'Sau']);
  });

  it('reads a table of one cell as text: it only frames', () => {
    expect(textsOf('<table><tr><td><p>Một</p><p>Hai</p></td></tr></table>')).toEqual(['Một', 'Hai']);
  });

  it('keeps a table within a table in its cell', () => {
    expect(textsOf('<table><tr><td>A</td><td><table><tr><td>B</td><td>C</td></tr></table></td></tr></table>')).toEqual([
      [['A', 'B | C']],
    ]);
  });

  it('reads signs written by name or number', () => {
    expect(textsOf('<p>L&#7879; ph&iacute; &lt; 5 &amp; 6</p>')).toEqual(['Lệ phí < 5 & 6']);
  });

  it('reads a page nested deeply, and refuses one nested a hundred thousand deep at once', () => {
    expect(textsOf(`<p>đầu</p>${'<div>'.repeat(300)}đáy${'</div>'.repeat(300)}`)).toEqual(['đầu', 'đáy']);
    expect(() => readHtml(`<p>đầu</p>${'<div>'.repeat(100_000)}đáy`)).toThrow(ContentError);
  });
});

describe('a .doc that is something else inside', () => {
  const folder = testFolder();
  afterAll(() => folder.remove());
  const read = (name: string, content: string | Uint8Array) => readOfficeFile(folder.write(name, content));
  const page = '<html><body><p>Lịch tiêm phòng</p></body></html>';

  it('is read as the HTML that it is', async () => {
    expect(await read('cong.doc', page)).toMatchObject({ kind: 'html', paragraphs: [{ text: 'Lịch tiêm phòng' }] });
  });

  it.each(['utf16le', 'utf8'] as const)('is read in %s, with the mark of its bytes', async (encoding) => {
    expect((await read('cong.doc', Buffer.from(`\ufeff${page}`, encoding))).paragraphs[0]?.text).toBe(
      'Lịch tiêm phòng',
    );
  });

  it('is read as a saved page (MHTML), whatever its parts are packed in', async () => {
    const mhtml = (encoding: string, body: string) =>
      `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="ranh"\r\n\r\n--ranh\r\nContent-Type: image/png\r\n\r\nx\r\n--ranh\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n--ranh--\r\n`;
    const quoted = [...Buffer.from(page)]
      .map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
      .join('');
    for (const text of [
      mhtml('base64', Buffer.from(page).toString('base64')),
      mhtml('quoted-printable', quoted.replace('tiêm', 'ti=\r\nêm')),
      mhtml('8bit', page),
    ])
      expect(await read('luu.doc', text)).toMatchObject({ kind: 'mhtml', paragraphs: [{ text: 'Lịch tiêm phòng' }] });
  });

  it('is decoded where it was typed in an old font, and says so', async () => {
    const html = `<html><meta charset="windows-1252"><p>${encodeLegacy('Thông báo lịch cắt nước ở khu phố 3, hưởng ứng', 'tcvn3')}</p></html>`;
    const file = await read('cu.doc', Buffer.from(html, 'latin1'));
    expect(file.paragraphs[0]?.text).toBe('Thông báo lịch cắt nước ở khu phố 3, hưởng ứng');
    expect(file.warnings).toEqual([expect.stringContaining('TCVN3')]);
  });
});
