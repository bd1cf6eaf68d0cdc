/** The end of a program that nobody caught: told without what an error carries beside its words. */
import { inspect } from 'node:util';
import { maskForLog } from '../bot/index.ts';
import { hideSecrets } from './hide-secrets.ts';

/** Node itself would print every field of an error: of a database's the row, of an address the whole of it. */
export function crashText(error: unknown, secrets: readonly string[]): string {
  const hide = hideSecrets(secrets);
  const text = error instanceof Error ? (error.stack ?? error.message) : inspect(error, { depth: 0 });
  return maskForLog(hide(text));
}

/** @param secrets asked when it happens. */
export function sayCrashes(say: (text: string) => void, secrets: () => readonly string[]): void {
  const end = (error: unknown) => {
    say(crashText(error, secretsOr(secrets)));
    process.exit(1);
  };
  process.on('uncaughtException', end).on('unhandledRejection', end);
}

function secretsOr(secrets: () => readonly string[]): readonly string[] {
  try {
    return secrets();
  } catch {
    return [];
  }
}
