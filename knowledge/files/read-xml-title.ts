/** The title that Word and Excel keep beside the text, in `docProps/core.xml`. */
import { cleanLine } from './text-lines.ts';
import { readZipEntry } from './zip-entries.ts';

/** `null` when there is none. */
export async function readXmlTitle(bytes: Buffer): Promise<string | null> {
  const xml = await readZipEntry(bytes, 'docProps/core.xml');
  const [, raw] = /<dc:title>([^<]{1,500})<\/dc:title>/.exec(xml ?? '') ?? [];
  return cleanLine(unescapeXml(raw ?? '')) || null;
}

const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** The five names of XML alone: a file defines no entities of its own here. */
export const unescapeXml = (text: string) =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_all, name: string) => names[name] ?? '');
