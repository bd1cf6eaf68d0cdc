/** Questions to the assistant, and its answers, a few facts at a time. */
import type { Answer, Option } from '../../bot/index.ts';
import type { CallEvent } from './call.ts';
import type { CallState, Step } from './call-state.ts';
import { ask, type CallTalk, menuOf, mostChoices, wordsOf } from './call-talk.ts';
import { askCallBack, putThrough, toOwner, wantPerson } from './put-through.ts';

export interface Asked {
  readonly event: CallEvent;
  readonly text: string;
}

/** After so many turns in a row that bring nothing, a person: it may be a room that is heard and no question. */
const mostUnhelped = 4;

export async function question(talk: CallTalk, before: CallState, { event, text }: Asked): Promise<Step> {
  const answer = await talk.turnOf(event, text);
  const unhelped = helpsNothing.has(answer.status) ? before.unhelped + 1 : 0;
  const sawOwn = before.sawOwn || answer.status === 'dossier';
  const papersOf = papersIn(answer) ?? before.papersOf;
  const state: CallState = { ...before, ...forgotten, unhelped, papersOf, sawOwn };
  if (answer.status === 'handed-off' && answer.asks === undefined) return handOver(talk, state, { event, answer });
  if (answer.status === 'emergency') return alarm(talk, state, answer);
  if (answer.secret) return askSecret(talk, state, answer);
  if (unhelped >= mostUnhelped) return wantPerson(talk, { ...state, unhelped: 0 }, { event });
  // What is asked back is said once, as a menu.
  const options = asksBack(answer) ? answer.options.slice(0, mostChoices) : [];
  const said = options.length > 1 ? withoutLists(answer) : answer;
  const next = { ...state, options, pages: talk.pagesOf(said) };
  return papersIn(answer) === null ? tell(talk, next) : offerList(talk, next);
}

/** Once in a call, with the first papers, and once more when it can be sent: an ear keeps no list. */
function offerList(talk: CallTalk, state: CallState): Step {
  const [page, ...pages] = state.pages;
  const offer = newOffer(talk, state);
  if (offer === null || !page) return tell(talk, state);
  const utterances = [...page.utterances, talk.say(state, offer === 'zalo' ? 'call.offerZalo' : 'call.offerList')];
  return tell(talk, { ...state, offered: offer, pages: [{ utterances }, ...pages] });
}

function newOffer({ leaveChecklist, sendChecklist }: CallTalk, { sawOwn, offered }: CallState): 'code' | 'zalo' | null {
  if (sendChecklist && sawOwn) return offered === 'zalo' ? null : 'zalo';
  return leaveChecklist && offered === 'nothing' ? 'code' : null;
}

const helpsNothing: ReadonlySet<Answer['status']> = new Set([
  'smalltalk',
  'failed',
  'clarify',
  'declined-out-of-scope',
]);
const forgotten = { misses: 0, pressed: '', pages: [], options: [] } as const;

/** Who denounces somebody is not put through to whoever picks up: his desk calls back, or he goes there. */
function handOver(
  talk: CallTalk,
  state: CallState,
  told: { readonly event: CallEvent; readonly answer: Answer },
): Step | Promise<Step> {
  if (told.answer.blocks.length === 0) return toOwner(talk, state, told);
  const words = wordsOf(talk.pagesOf(told.answer));
  return told.answer.handOffReason === 'denunciation' ? askCallBack(talk, state, words) : putThrough(talk, state, told);
}

/** Whole, at once, and nothing asked: he is to hang up and call that number. */
const alarm = (talk: CallTalk, state: CallState, answer: Answer): Step =>
  ask(talk, state, { say: [...wordsOf(talk.pagesOf(answer)), talk.say(state, 'call.alarm')], awaits: 'else' });

/** Chips beside a whole answer are for eyes. */
const asksBack = ({ status, asks }: Answer): boolean => status === 'clarify' || asks !== undefined;

const papersIn = ({ blocks, codes }: Answer): string | null =>
  blocks.some((block) => block.kind === 'list' && block.role === 'papers') ? (codes[0] ?? null) : null;

/** Pressed, not said: others may stand beside him. */
function askSecret(talk: CallTalk, state: CallState, answer: Answer): Step {
  const awaits = answer.secret === 'facts' ? 'last-six' : (answer.secret ?? 'question');
  return ask(talk, state, { say: [...wordsOf(talk.pagesOf(answer)), talk.say(state, `call.press.${awaits}`)], awaits });
}

const withoutLists = (answer: Answer): Answer => ({
  ...answer,
  blocks: answer.blocks.filter(({ kind }) => kind !== 'list'),
});

/** The next page and whether to go on; after the last one, what else there is. */
export function tell(talk: CallTalk, state: CallState): Step {
  const [page, ...pages] = state.pages;
  const words = page?.utterances ?? [];
  const next = { ...state, pages, misses: 0 };
  if (pages.length > 0) return ask(talk, next, { say: [...words, talk.say(state, 'call.more')], awaits: 'more' });
  const choices = menuOf(talk, state, state.options);
  if (choices.length > 1)
    return ask(talk, next, { say: [...words, ...choices, talk.say(state, 'call.choose')], awaits: 'menu' });
  // One question at a time.
  if (words.at(-1)?.text.endsWith('?')) return ask(talk, next, { say: words, awaits: 'question' });
  return ask(talk, next, { say: [...words, talk.say(state, 'call.else')], awaits: 'else' });
}

/** Word for word. */
export const again = (talk: CallTalk, state: CallState): Step =>
  ask(talk, { ...state, misses: 0 }, { say: state.last, awaits: state.awaits });

/** By keys: what was offered, else what is asked most. @param first said before the choices. */
export function menuOfAll(talk: CallTalk, state: CallState, first = [talk.say(state, 'call.byKeys')]): Step {
  const options =
    state.options.length > 1
      ? state.options
      : usual.map(
          (name): Option => ({
            text: talk.words(state, `call.menu.${name}.text`),
            send: talk.words(state, `call.menu.${name}.send`),
          }),
        );
  const say = [...first, ...menuOf(talk, state, options), talk.say(state, 'call.zero')];
  return ask(talk, { ...state, options }, { say, awaits: 'menu' });
}

const usual = ['birth', 'residence', 'certify', 'dossier'] as const;
