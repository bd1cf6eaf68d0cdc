/** Takes numbers, addresses, dossier codes and names out of what goes to a model, and puts them back in what comes. */
import { maskIdentity } from '../../understand/mask-identity.ts';
import { findNames, type NameSpan } from './hide-names.ts';
import { findIntroducedNames } from './introduced-names.ts';

export interface Hider {
  /** The same value gets the same mark in every text of this hider, such as `[số điện thoại #1]`. */
  hide(text: string): string;
  restore(text: string): string;
}

/** @param names known from sign-in; what a text itself gives away as a name is hidden as well. */
export function openHider(names: readonly string[]): Hider {
  const markOf = new Map<string, string>();
  const counts = new Map<string, number>();
  const keep = (kind: string, value: string): string => {
    const known = markOf.get(value);
    if (known) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const mark = `[${kind} #${count}]`;
    markOf.set(value, mark);
    return mark;
  };
  const hideNames = (text: string, spans: readonly NameSpan[]) =>
    replaceSpans(text, spans, (name) => keep('tên', name));
  return {
    hide(text) {
      const withoutNames = hideNames(text, findNames(text, names));
      const { text: masked, slots } = maskIdentity(hideNames(withoutNames, findIntroducedNames(withoutNames)));
      return Object.entries(slots).reduce(
        (whole, [mark, value]) => whole.replaceAll(mark, () => keep(mark.slice(1, mark.lastIndexOf(' ')), value)),
        masked,
      );
    },
    restore: (text) => [...markOf].reduce((whole, [value, mark]) => whole.replaceAll(mark, () => value), text),
  };
}

/** @param spans in order; one that overlaps the one before it is left out. */
function replaceSpans(text: string, spans: readonly NameSpan[], by: (part: string) => string): string {
  let [out, from] = ['', 0];
  for (const { start, end } of spans) {
    if (start < from) continue;
    out += text.slice(from, start) + by(text.slice(start, end));
    from = end;
  }
  return out + text.slice(from);
}
