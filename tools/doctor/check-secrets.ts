/** Secrets: strong enough, each its own, and in files that nobody else reads. */
import { statSync } from 'node:fs';
import type { SecretName, Secrets } from '../../secrets.ts';
import type { Finding } from './finding.ts';

/** Those that the operator makes up himself; others are given by platforms. */
const madeHere: readonly SecretName[] = [
  'SECRET_KEY',
  'DIRECT_LINE_SECRET',
  'METRICS_KEY',
  'HOTLINE_SPEECH_KEY',
  'ZALO_BOT_WEBHOOK_SECRET',
  'BACKUP_PASSPHRASE',
];

const leastSigns = 20;
const leastKinds = 8;
const isWeak = (secret: string): boolean => secret.length < leastSigns || new Set(secret).size < leastKinds;

/** Names alone are told, never what they hold. */
export function checkSecrets(secrets: Secrets): readonly Finding[] {
  const weak = madeHere.filter((name) => secrets[name] !== undefined && isWeak(secrets[name]));
  const values = Object.entries(secrets);
  const twice = values.filter(([name, value]) => values.some(([other, same]) => other !== name && same === value));
  return [
    ...weak.map((name) => ({
      stops: false,
      what: `${name} is easy to guess.`,
      why: 'Whoever guesses it is taken for somebody who may.',
      how: `Make a new one: openssl rand -hex 32. ${name === 'SECRET_KEY' ? 'Not for SECRET_KEY once data is sealed with it: ask first.' : 'Tell it to the other side as well.'}`,
    })),
    ...(twice.length === 0
      ? []
      : [
          {
            stops: false,
            what: `${twice.map(([name]) => name).join(', ')} hold the same.`,
            why: 'Who learns one of them has all of them.',
            how: 'Give each a value of its own.',
          },
        ]),
  ];
}

interface SecretFile {
  readonly name: string;
  readonly file: string;
}

/** A file that is not there is told by what reads it. */
export const checkSecretFiles = (files: readonly SecretFile[]): readonly Finding[] =>
  files.flatMap(({ name, file }) => {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
    if ((mode & 0o077) === 0) return [];
    return [
      {
        stops: false,
        what: `${file} (${name}) can be read by other users of this machine.`,
        why: 'Who reads it holds the secret.',
        how: `Run: chmod 600 ${file}, and chown it to the user that runs the program.`,
      },
    ];
  });
