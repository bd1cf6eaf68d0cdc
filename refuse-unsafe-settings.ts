/** What no setting may be, whatever it is for. */
import type { z } from 'zod';
import type { Environment } from './secrets.ts';
import { SettingError } from './setting-error.ts';

/** LangChain would send every run, citizens' words included, to a server abroad. @throws {SettingError} unless it is allowed by name. */
export function refuseTracing(env: Environment, allowed: 'yes' | 'no'): void {
  const tracing = ['LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_TRACING', 'LANGCHAIN_TRACING'].find(
    (name) => env[name] && env[name] !== 'false',
  );
  if (tracing && allowed === 'no') {
    throw new SettingError(
      `${tracing} would send conversations to an outside server. Unset it, or set ALLOW_LANGSMITH=yes if that was decided.`,
    );
  }
}

const secretAddresses = new Set(['DATABASE_URL', 'DATABASE_OWNER_URL']);

/** Addresses are printed at the start and in errors; a password in one would be printed too. */
export function refusePasswordsInAddresses(
  settings: Readonly<Record<string, unknown>>,
  context: z.RefinementCtx,
): void {
  for (const [name, value] of Object.entries(settings)) {
    if (secretAddresses.has(name) || typeof value !== 'string' || !URL.canParse(value)) continue;
    const { username, password, protocol } = new URL(value);
    if (/^https?:$/.test(protocol) && (username || password))
      context.addIssue({
        code: 'custom',
        path: [name],
        message:
          'holds a name or a password before the @, and addresses are printed: give it by the setting of its own',
      });
  }
}
