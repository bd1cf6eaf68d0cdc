/** The telephone: what stands in its way although its settings are whole. */
import { existsSync } from 'node:fs';
import { type Config, hotlineAccounts } from '../../config.ts';
import { loadLines } from '../../serve/load-lines.ts';
import type { Finding } from './finding.ts';

/** [] while the telephone is off. */
export function checkHotline(config: Config, env: NodeJS.ProcessEnv = process.env): readonly Finding[] {
  const { jambonz, twiml } = hotlineAccounts(config, env);
  if (!jambonz && !twiml) return [];
  return [...checkLines(config.HOTLINE_LINES), ...checkAddress(config)];
}

function checkLines(file: string): readonly Finding[] {
  if (!existsSync(file))
    return [
      {
        stops: false,
        what: `${file} is not there.`,
        why: 'Nobody is put through to an officer: callers are asked whether to be called back.',
        how: 'Write the numbers into it, see docs/how-to/connect-the-hotline.md, or set HOTLINE_LINES.',
      },
    ];
  try {
    const without = loadLines(file).filter(({ officers }) => officers === null);
    return without.map(({ number }) => ({
      stops: false,
      what: `${number} has no officers' telephone.`,
      why: 'Its callers are never put through.',
      how: `Give it \`officers:\` in ${file}.`,
    }));
  } catch (error) {
    return [
      {
        stops: true,
        what: error instanceof Error ? error.message : String(error),
        why: 'A wrong number rings a stranger.',
        how: 'Mend the lines named above.',
      },
    ];
  }
}

const checkAddress = ({ PUBLIC_URL }: Config): readonly Finding[] =>
  PUBLIC_URL?.startsWith('https://')
    ? []
    : [
        {
          stops: false,
          what: 'The telephone is on, and PUBLIC_URL is no https address.',
          why: 'A provider outside of your own network does not reach the hooks, and what callers say would travel open.',
          how: 'Put a proxy with a certificate before the program and set PUBLIC_URL=https://…; a jambonz in the same closed network may do without.',
        },
      ];
