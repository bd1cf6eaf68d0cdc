/** Writes small PDF files by hand, for tests. */
import { deflateSync } from 'node:zlib';

export interface TestLine {
  readonly text: string;
  readonly size?: number;
  /** From the bottom of the page, points. */
  readonly y: number;
}

/** One page for each list of lines. Letters are Unicode by a ToUnicode map, as Word and LibreOffice write it. */
export function pdfOf(pages: readonly (readonly TestLine[])[], extra = ''): Buffer {
  const streams = pages.map((lines) =>
    lines.map(({ text, size = 12, y }) => `BT /F1 ${size} Tf 1 0 0 1 50 ${y} Tm <${hex(text)}> Tj ET`).join('\n'),
  );
  return pdfOfStreams(
    streams.map((stream) => Buffer.from(stream)),
    extra,
  );
}

/** @param extra entries of the trailer, such as `/Encrypt 9 0 R`. */
export function pdfOfStreams(streams: readonly Buffer[], extra = ''): Buffer {
  const map =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end';
  const objects: Buffer[] = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Count ${streams.length} /Kids [${streams.map((_none, at) => `${6 + 2 * at} 0 R`).join(' ')}] >>`,
    ),
    Buffer.from(
      '<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    ),
    Buffer.from(
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Arial /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >> >>',
    ),
    streamOf(Buffer.from(map)),
    ...streams.flatMap((stream, at) => [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * at} 0 R >>`,
      ),
      streamOf(stream),
    ]),
  ];
  const chunks = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = 9;
  objects.forEach((object, index) => {
    offsets.push(at);
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    at += chunk.length;
    chunks.push(chunk);
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  chunks.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${extra} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(chunks);
}

function streamOf(content: Buffer): Buffer {
  const packed = deflateSync(content);
  const head = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
}

const hex = (text: string) =>
  [...text].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
