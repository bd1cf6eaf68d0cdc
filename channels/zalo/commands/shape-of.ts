/** What something looks like without what it says: for recordings that leave the ward. */

/** Their values are Zalo's own words. */
const plain: ReadonlySet<string> = new Set([
  'event_name',
  'chat_type',
  'message_type',
  'type',
  'source',
  'ok',
  'error',
  'error_code',
  'is_bot',
]);

/** Every key stays; of a value its kind and length, of an address its host. */
export function shapeOf(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((entry) => shapeOf(entry, key));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, shapeOf(entry, name)]));
  if (typeof value === 'boolean' || value === null) return value;
  const text = String(value);
  const kind = typeof value === 'number' ? 'number' : 'string';
  if (plain.has(key) && /^[\w.-]{1,60}$/.test(text)) return value;
  if (/^\d+$/.test(text)) return `<${kind}: ${text.length} digits>`;
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return `<address at ${new URL(text).hostname}>`;
  return /^[\w-]+$/.test(text) ? `<id: ${text.length} signs>` : `<text: ${text.length} signs>`;
}
