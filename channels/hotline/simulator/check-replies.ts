/** Looks at every reply with the eyes of others: those of jambonz's own validators, and what neither of them looks at. For suites. */
import { createRequire } from 'node:module';
import { parse } from 'node-html-parser';
import type { Exchange } from './simulated-phone.ts';

const require = createRequire(import.meta.url);
const runtime = require('@jambonz/verb-specifications') as { validate(logger: unknown, verbs: unknown): void };
const schema = require('@jambonz/schema') as {
  validateApp(verbs: unknown): { readonly valid: boolean; readonly errors: unknown };
};
const logger = { info() {}, debug() {}, error() {} };

type Verb = Readonly<Record<string, unknown>>;

/** What is wrong with a reply; [] when nothing is. */
export function faultsOf({ hook, reply }: Exchange): readonly string[] {
  if (hook.path.endsWith('/status')) return [];
  return hook.path.startsWith('/hotline/jambonz') ? verbFaults(JSON.parse(reply) as readonly Verb[]) : xmlFaults(reply);
}

function verbFaults(verbs: readonly Verb[]): readonly string[] {
  const faults: string[] = [];
  try {
    runtime.validate(logger, verbs);
  } catch (error) {
    faults.push(`the runtime refuses it: ${error}`);
  }
  const { valid, errors } = schema.validateApp(verbs);
  if (!valid) faults.push(`the schema refuses it: ${JSON.stringify(errors)}`);
  if (verbs.length === 0) faults.push('no verb: the call would end in the middle');
  return [...faults, ...verbs.flatMap(ownRules)];
}

/** Words, a hook to go on by, somebody to ring, and never a code without time for it. */
function ownRules(verb: Verb): readonly string[] {
  const hook = String(verb.actionHook ?? '');
  const target = (verb.target as readonly Verb[] | undefined)?.[0];
  const text = verb.verb === 'gather' ? (verb.say as Verb | undefined)?.text : verb.text;
  return [
    ...(['say', 'gather'].includes(String(verb.verb)) && !/\p{L}/u.test(String(text ?? '')) ? ['nothing is said'] : []),
    ...(['gather', 'dial'].includes(String(verb.verb)) && !/^\/hotline\/jambonz\/[\w-]+\?t=\d+&k=./.test(hook)
      ? [`no hook to go on by: ${hook}`]
      : []),
    ...(verb.verb === 'dial' && !/^(?:\+\d+|sips?:\S+)$/.test(String(target?.number ?? target?.sipUri ?? ''))
      ? ['nobody is rung']
      : []),
    ...(Number(verb.maxDigits ?? 1) > 1 && Number(verb.interDigitTimeout ?? 0) < 5 ? ['no time between two keys'] : []),
  ];
}

function xmlFaults(xml: string): readonly string[] {
  const response = parse(xml).querySelector('response');
  if (!response) return ['no Response'];
  const silent = response.querySelectorAll('say').some((say) => !/\p{L}/u.test(say.text));
  const gather = response.querySelector('gather');
  return [
    ...(silent ? ['nothing is said'] : []),
    ...(response.childNodes.length === 0 ? ['no verb: the call would end in the middle'] : []),
    ...(gather && gather.getAttribute('actiononemptyresult') !== 'true' ? ['silence would fall through'] : []),
    ...(gather && gather.getAttribute('numdigits') !== '1' && Number(gather.getAttribute('timeout')) < 5
      ? ['no time between two keys']
      : []),
  ];
}
