/** Checks that what a file holds is what it was fetched for: the portal may show another procedure than the one asked for. */
import { basename } from 'node:path';
import { contentWords } from '../plain-text.ts';
import { type Found, refused } from './found.ts';
import { plainTitleOf } from './guide-of-record.ts';

const codeInName = /(?<![\d.])\d\.\d{6}(?!\d)/g;

/** The one code that a file must hold: as told, else as its name says; `null` when neither names one. */
export function wantedCode(file: string, told: string | null): string | null {
  if (told !== null) return told;
  const named = new Set(basename(file).match(codeInName) ?? []);
  return named.size === 1 ? ([...named][0] ?? null) : null;
}

/** The find itself, or why it is refused. */
export function checkCode(found: Found, wanted: string | null): Found {
  if (wanted === null || found.kind !== 'record' || found.record.id === wanted) return found;
  return refused(found.where, `holds ${found.record.id}, wanted was ${wanted}: fetch it again`);
}

/** Share of the words of the shorter name that both names need to be of one procedure. */
const leastShared = 0.4;

/** Whether two published names may well be of one procedure. */
export function alikeNames(one: string, other: string): boolean {
  const [a = new Set(), b = new Set()] = [one, other].map((name) => new Set(contentWords(plainTitleOf(name))));
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared >= leastShared * Math.min(a.size, b.size);
}
