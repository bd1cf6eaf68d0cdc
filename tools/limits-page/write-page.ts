/** The page docs/limits.md, made of the tables in the code. `node tools/limits-page/cli.ts` writes it. */

import { missLimits } from '../../bot/checklists/checklist-desk.ts';
import { waits } from '../../bot/identity/tries.ts';
import { staffWaits } from '../../bot/staff/staff-tries.ts';
import { turnLimits } from '../../bot/turn-order.ts';
import { allLimits, allPlaces, type Limit } from '../../channels/limits/index.ts';
import { serverLimits } from '../../serve/guard-server.ts';

const byWords: Readonly<Record<Limit['by'], string>> = {
  address: 'address (IPv6: its /64)',
  talk: 'conversation',
  member: 'member of staff',
  device: 'screen, else address',
  visit: 'visit',
  person: 'account',
  number: "caller's number",
  line: 'number that was called',
};

const thenWords: Readonly<Record<Limit['door'], string>> = {
  web: '429, `Retry-After`, a sentence in the page’s language',
  kiosk: '429, `Retry-After`, `say` in the words of the screen',
  console: '429, `Retry-After`, a sentence for staff',
  zalo: 'kept, not answered; told once a minute; emergencies and talks with an officer pass',
  hotline: 'a kind sentence, then the line is closed; no call is kept',
};

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const span = (seconds: number): string =>
  seconds === 0 ? '–' : seconds < 3_600 ? `${seconds / 60} min` : `${seconds / 3_600} h`;

/** Of growing waits: how many slips are free, then each wait. */
function waitsText(list: readonly number[]): string {
  const free = list.filter((seconds) => seconds === 0).length;
  return `${free} free, then ${list
    .filter((seconds) => seconds > 0)
    .map(span)
    .join(', ')}`;
}

const secretWords: Readonly<Record<string, string>> = {
  person: 'codes and facts of one person',
  code: 'one dossier code',
  address: 'an address, an account, a telephone',
  staff: 'passwords of one account',
  'staff-device': 'a browser that has signed in before',
  'staff-address': 'passwords from one address',
  'staff-code': 'authenticator codes of one account',
};

export function limitsPage(): string {
  const volume = Object.values<Limit>(allLimits).map(({ door, what, by, most, seconds, setting }) =>
    row([door, what, byWords[by], `${most} in ${seconds} s`, setting ? `\`${setting}\`` : '–', thenWords[door]]),
  );
  const held = Object.values(allPlaces).map(({ what, each, by, eachSetting }) =>
    row([what, by, each, eachSetting ? `\`${eachSetting}\`` : '–']),
  );
  const secrets = Object.entries({ ...waits, ...staffWaits }).map(([kind, list]) =>
    row([secretWords[kind] ?? kind, waitsText(list)]),
  );
  const { each, all, eachThen, most, withinMs } = missLimits;
  return `# Limits

Made of the tables in the code by \`node tools/limits-page/cli.ts\`; a test compares. Change a number there, or by its setting.

## Volume, by copy of the program

Counted in memory by rate-limiter-flexible: with three copies behind a proxy a caller may have three times as much.

${row(['door', 'what', 'by', 'at most', 'setting', 'then'])}
${row(['---', '---', '---', '---', '---', '---'])}
${volume.join('\n')}

Held at the same time:

${row(['what', 'by', 'at most', 'setting'])}
${row(['---', '---', '---', '---'])}
${held.join('\n')}

## When the processor is full

Turns are then run ${turnLimits.atOnce} at a time, calls, Zalo and emergencies before all others. Once the first of those who wait has waited for
${turnLimits.longestWaitMs / 1000} s, what comes by the web, a kiosk or the console's practice is not taken in: 503, \`Retry-After\`, a sentence; the pages send it again by
themselves. Calls, emergencies and what Zalo has delivered are never refused.

## Guesses, over all copies

Counted in the store, so that neither a restart nor another copy begins anew; forgotten after a week without a wrong try.

${row(['guesses at or from', 'wait after each further wrong try'])}
${row(['---', '---'])}
${secrets.join('\n')}

Codes of lists to carry away hold nothing of a person and are counted by copy: ${each} misses of one caller in ${withinMs / 60_000} minutes;
after ${all} misses of all callers each has ${eachThen}; after ${most} nobody is answered until the time is over.

## Sizes and times of the server

${row(['what', 'at most'])}
${row(['---', '---'])}
${row(['headers of a request', `${serverLimits.headerBytes / 1024} kB within ${serverLimits.headersMs / 1000} s`])}
${row(['a whole request', `${serverLimits.requestMs / 1000} s`])}
${row(['lines at the same time', serverLimits.mostLines])}
${row(['a body of words', '128 kB, of most routes far less'])}
`;
}
