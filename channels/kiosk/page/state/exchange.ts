/** The last question and what came of it: the one thing that the talk screen shows. */
import type { Answer } from '../../../../bot/index.ts';
import type { Message } from '../../../pages/talk/messages.ts';
import type { KioskView } from './kiosk-view.ts';

export type Said = Extract<Message, { kind: 'said' }>;

export interface Exchange {
  readonly key: string;
  readonly asked: string | null;
  readonly sending: 'waiting' | 'sending' | 'sent' | 'refused';
  readonly answer: Answer | null;
  /** To be said aloud; `null`: nothing, or not in public. */
  readonly speak: string | null;
  /** What an officer, or the machine beside its answers, said since. */
  readonly said: readonly Said[];
  readonly expecting: boolean;
}

/** What may never be heard in a public room, whatever the server sent along with it. */
const unspoken: ReadonlySet<Answer['status']> = new Set(['dossier', 'login-required']);

export const mayBeSpoken = (answer: Answer): boolean => !unspoken.has(answer.status) && !answer.dossiers;

const mostSaid = 4;
/** A code, a number of a person, a one-time code: whoever stands behind would read it. */
const longNumber = /\d(?:[\s.-]?\d){5,}/;

const shownToAll = (text: string): string => (longNumber.test(text) ? '••••••' : text);

/** `null`: nothing was asked yet. */
export function exchangeOf({ talk, local }: Pick<KioskView, 'talk' | 'local'>): Exchange | null {
  if (local) {
    const { asked, answer } = local;
    const speak = answer ? wordsOf(answer) : null;
    return { key: `copy:${asked}`, asked, sending: 'sent', answer, speak, said: [], expecting: false };
  }
  const messages = talk?.talk.messages ?? [];
  if (messages.length === 0) return null;
  const from = messages.findLastIndex(({ kind }) => kind === 'mine');
  const mine = messages[from];
  const after = messages.slice(from + 1);
  const reply = after.findLast((message) => message.kind === 'answer');
  const answer = reply?.kind === 'answer' ? reply : null;
  return {
    key: mine?.key ?? 'talk',
    asked: mine?.kind === 'mine' ? shownToAll(mine.text) : null,
    sending: mine?.kind === 'mine' ? mine.state : 'sent',
    answer: answer?.answer ?? null,
    speak: answer && mayBeSpoken(answer.answer) ? (answer.speak ?? wordsOf(answer.answer)) : null,
    said: after.flatMap((message) => (message.kind === 'said' ? [message] : [])).slice(-mostSaid),
    expecting: talk?.expecting ?? false,
  };
}

/** Its words in the order of reading; links and codes are for the eye. */
export const wordsOf = ({ blocks }: Answer): string =>
  blocks
    .flatMap((block) => (block.kind === 'list' ? [block.label ?? '', ...block.items] : [block.text]))
    .map((line) => line.trim().replace(/([^.!?:;])$/u, '$1.'))
    .filter(Boolean)
    .join(' ');
