/** Reads a Word file through mammoth. Links to outside files and pictures are not followed. */
import mammoth from 'mammoth';
import { ContentError } from './file-error.ts';
import { fontTexts } from './legacy-fonts/font-texts.ts';
import type { RawContent } from './office-file.ts';
import { readHtml } from './read-html.ts';
import { readXmlTitle } from './read-xml-title.ts';

const styleMap = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"];
/** The numbers of footnotes within the text and the arrows back: they are no words of it. */
const noteMarks =
  /<sup><a [^>]*href="#(?:foot|end)note-[^>]*>\[\d+\]<\/a><\/sup>|<a [^>]*href="#(?:foot|end)note-ref-[^>]*>↑<\/a>/g;
const noPictures = mammoth.images.imgElement(async () => ({ src: '' }));

/** @throws {ContentError} when the package is no readable Word document. */
export async function readDocx(bytes: Buffer): Promise<RawContent> {
  const { value } = await mammoth
    .convertToHtml(
      { buffer: bytes },
      { styleMap, externalFileAccess: false, convertImage: noPictures, transformDocument: decodeRuns },
    )
    .catch((cause: unknown) => {
      throw new ContentError('file-corrupted', null, { cause });
    });
  return { ...readHtml(value.replace(noteMarks, '')), title: await readXmlTitle(bytes) };
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
