import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { keepDays } from './keep-days.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/privacy.md'), 'utf8');
const rows: Readonly<Record<keyof typeof keepDays, string>> = {
  anonymous: 'anonymous talk',
  signedIn: 'talk of a signed-in citizen',
  sealedNumbers: 'sealed numbers',
  settledParcels: 'settled parcels',
  withdrawnConsents: 'withdrawn consents',
  contacts: 'contacts for a call back',
  modelCalls: 'calls to a language model',
  endedSignIns: 'sign-ins that are over',
};

it.each(Object.entries(rows))('docs/privacy.md says how long %s is kept', (name, title) => {
  const row = page.split('\n').find((line) => line.startsWith(`| ${title} |`));
  expect(row).toContain(`| ${keepDays[name as keyof typeof keepDays]} days`);
});
