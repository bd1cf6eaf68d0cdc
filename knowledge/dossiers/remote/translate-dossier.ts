/** Reads a dossier of another system's names as one of ours. Nothing is guessed: what does not fit is unknown. */
import type { DossierMapping, OurField } from './dossier-mapping.ts';
import { readMoment } from './read-moment.ts';

/** Our fields as far as they were found, and the rest of theirs under `theirs`. Without a mapping it stays as it is. */
export function translateDossier(theirs: unknown, mapping: DossierMapping): unknown {
  const { fields } = mapping;
  const dossier = fields ? rename(theirs, mapping) : theirs;
  return mapping.statuses || fields ? readWords(dossier, mapping) : dossier;
}

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value at `a.b`, own properties alone; `undefined` where the way ends. */
export const valueAt = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (isThing(at) && Object.hasOwn(at, key) ? at[key] : undefined), value);

function rename(theirs: unknown, mapping: DossierMapping): unknown {
  if (!isThing(theirs)) return theirs;
  const ours: Thing = {};
  for (const [field, path] of entriesOf(mapping)) {
    const [list = '', inner] = field.split('.');
    const found = listFields.has(list) ? (inner ? undefined : listOf(theirs, list, mapping)) : valueAt(theirs, path);
    if (found !== undefined) put(ours, field, readKind(field, found, mapping));
  }
  const used = new Set(entriesOf(mapping).map(([, path]) => path.split('.')[0]));
  const rest = Object.entries(theirs).filter(([key]) => !used.has(key));
  return rest.length > 0 ? { ...ours, theirs: Object.fromEntries(rest) } : ours;
}

const listFields: ReadonlySet<string> = new Set(['steps', 'missing']);
const entriesOf = ({ fields = {} }: DossierMapping) => Object.entries(fields) as [OurField, string][];

/** `steps` or `missing`: each item with the names under it. A text in a list of missing papers is the paper's name. */
function listOf(theirs: Thing, list: string, mapping: DossierMapping): unknown {
  const items = valueAt(theirs, mapping.fields?.[list as OurField] ?? list);
  if (!Array.isArray(items)) return items;
  const inner = entriesOf(mapping).filter(([field]) => field.startsWith(`${list}.`));
  return items.map((item: unknown) => {
    if (typeof item === 'string' && list === 'missing') return { paper: item };
    const read = inner.map(([field, path]) => {
      const name = field.slice(list.length + 1);
      return [name, readKind(field, valueAt(item, path), mapping)] as const;
    });
    return inner.length > 0 ? Object.fromEntries(read.filter(([, value]) => value !== undefined)) : item;
  });
}

function put(ours: Thing, field: string, value: unknown): void {
  const [outer = '', inner] = field.split('.');
  if (inner === undefined) ours[outer] = value;
  else ours[outer] = { ...(isThing(ours[outer]) ? ours[outer] : {}), [inner]: value };
}

const momentFields: ReadonlySet<string> = new Set(['receivedAt', 'promisedAt', 'updatedAt', 'steps.at']);
const yesNoFields: ReadonlySet<string> = new Set(['fee.paid', 'result.electronic']);

function readKind(field: string, value: unknown, { moments, yes, no }: DossierMapping): unknown {
  if (momentFields.has(field)) return readMoment(value, moments);
  if (field === 'fee.dong' && typeof value === 'string' && /^\d{1,12}$/.test(value)) return Number(value);
  if (!yesNoFields.has(field)) return value;
  if (yes.includes(String(value))) return true;
  return no.includes(String(value)) ? false : null;
}

/** A status word that the mapping does not know becomes `null`, and the word is kept as `statusWord`. */
function readWords(dossier: unknown, { statuses }: DossierMapping): unknown {
  if (!isThing(dossier) || !statuses || dossier.status === undefined) return dossier;
  const word = String(dossier.status);
  const status = Object.hasOwn(statuses, word) ? statuses[word] : null;
  if (status) return { ...dossier, status };
  return { ...dossier, status: null, statusWord: word };
}
