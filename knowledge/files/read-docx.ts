/** Reads a Word file through mammoth. Links to outside files and pictures are not followed. */
import mammoth from 'mammoth';
import { ContentError } from './file-error.ts';
import { leastReadable } from './hidden-style.ts';
import { fontTexts } from './legacy-fonts/font-texts.ts';
import type { RawContent } from './office-file.ts';
import { readHtml } from './read-html.ts';
import { readXmlTitle, unescapeXml } from './read-xml-title.ts';
import { readZipEntry } from './zip-entries.ts';

const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];
/** The numbers of footnotes within the text and the arrows back: they are no words of it. */
const noteMarks =
  /<sup><a [^>]*href="#(?:foot|end)note-[^>]*>\[\d+\]<\/a><\/sup>|<a [^>]*href="#(?:foot|end)note-ref-[^>]*>↑<\/a>/g;
const noPictures = mammoth.images.imgElement(async () => ({ src: '' }));

/** @throws {ContentError} when the package is no readable Word document. */
export async function readDocx(bytes: Buffer): Promise<RawContent> {
  const unseen = unseenTexts((await readZipEntry(bytes, 'word/document.xml')) ?? '');
  const { value } = await mammoth
    .convertToHtml(
      { buffer: bytes },
      {
        styleMap,
        externalFileAccess: false,
        convertImage: noPictures,
        transformDocument: (document: Element) => decodeRuns(withoutTexts(document, unseen)),
      },
    )
    .catch((cause: unknown) => {
      throw new ContentError('file-corrupted', null, { cause });
    });
  const content = readHtml(value.replace(noteMarks, ''));
  const note = unseen.size > 0 ? ['Tệp có chữ ẩn (chữ trắng, chữ cực nhỏ hoặc chữ bị giấu): phần đó được bỏ ra.'] : [];
  return { ...content, warnings: [...content.warnings, ...note], title: await readXmlTitle(bytes) };
}

const hiding = /<w:(?:vanish|webHidden)(?:\s*\/>|\s+w:val="(?:1|true|on)")|<w:color\s[^>]*w:val="(?:FFFFFF|FEFEFE)"/i;
/** Drawn behind the letters: white ones are seen then. */
const painted = /<w:(?:shd|highlight)\s/i;

/** What stands only in runs that nobody sees; what is seen somewhere as well is no secret. */
function unseenTexts(xml: string): ReadonlySet<string> {
  const [unseen, seen] = [new Set<string>(), new Set<string>()];
  const isPainted = painted.test(xml);
  for (const [run] of xml.matchAll(/<w:r[ >](?:(?!<\/w:r>)[\s\S]){0,100000}<\/w:r>/g)) {
    const [, half] = /<w:sz\s[^>]*w:val="(\d+)"/.exec(run) ?? [];
    const isTiny = half !== undefined && Number(half) / 2 < leastReadable;
    const isWhite = /w:val="F[FE]F[FE]F[FE]"/i.test(run) && !/<w:(?:vanish|webHidden)/.test(run);
    const isUnseen = isTiny || (hiding.test(run) && !(isWhite && isPainted));
    for (const [, text = ''] of run.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g))
      (isUnseen ? unseen : seen).add(unescapeXml(text));
  }
  return new Set([...unseen].filter((text) => !seen.has(text)));
}

function withoutTexts(element: Element, unseen: ReadonlySet<string>): Element {
  if (element.type === 'text' && unseen.has(element.value ?? '')) return { ...element, value: '' };
  if (!element.children) return element;
  return { ...element, children: element.children.map((child) => withoutTexts(child, unseen)) };
}

interface Element {
  readonly type: string;
  readonly font?: string | null;
  readonly value?: string;
  readonly children?: readonly Element[];
}

/** Text in an old font is decoded by the name of its font. */
function decodeRuns(document: Element): Element {
  const fonts = fontTexts();
  eachText(document, fonts.note);
  return withTexts(document, fonts.decode);
}

function eachText(element: Element, visit: (text: string, font: string) => void, font: string | null = null): void {
  const own = element.font ?? font;
  if (element.type === 'text' && own !== null) visit(element.value ?? '', own);
  for (const child of element.children ?? []) eachText(child, visit, own);
}

function withTexts(
  element: Element,
  change: (text: string, font: string) => string,
  font: string | null = null,
): Element {
  const own = element.font ?? font;
  if (element.type === 'text' && own !== null) return { ...element, value: change(element.value ?? '', own) };
  if (!element.children) return element;
  return { ...element, children: element.children.map((child) => withTexts(child, change, own)) };
}
