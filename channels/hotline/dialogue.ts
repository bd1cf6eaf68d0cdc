/** What is said to each event of a call. Knows no provider; what it says is the same assistant's. */
import { type Answer, callWishIn } from '../../bot/index.ts';
import type { CallEvent } from './call.ts';
import { type CallState, freshCall, type Step } from './call-state.ts';
import { ask, type CallTalk, hangUp, menuOf, mostChoices, wordsOf } from './call-talk.ts';
import { callBack, noOfficer, putThrough, wantPerson } from './put-through.ts';

/** Turns in a row that were not understood: then keys, then a person. */
const missesToKeys = 2;
const missesToPerson = 3;

/** What comes of one event. @param before `null` when nothing is remembered of the call. */
export async function stepOf(talk: CallTalk, before: CallState | null, event: CallEvent): Promise<Step> {
  const state = before ?? freshCall;
  switch (event.kind) {
    case 'started':
      return greet(talk, state, event);
    case 'speech':
      return hear(talk, state, event);
    case 'digits':
      return press(talk, state, event);
    case 'transfer-result':
      return event.outcome === 'answered' ? hangUp(state, []) : noOfficer(talk, state);
    case 'ended':
      return hangUp(state, []);
    default:
      return missed(talk, state, event);
  }
}

/** Who speaks, that it is a machine, that the call may be kept, that 0 is a person; then the question. */
function greet(talk: CallTalk, state: CallState, { to }: CallEvent): Step {
  const { name } = talk.lineOf(to);
  const who = name ? talk.say('call.greeting', { name }) : talk.say('call.greetingNoName');
  return ask(talk, state, { say: [who, talk.say('call.kept'), talk.say('call.ask')], awaits: 'question' });
}

type Spoken = Extract<CallEvent, { kind: 'speech' }>;

async function hear(talk: CallTalk, state: CallState, event: Spoken): Promise<Step> {
  const { text } = event;
  if (text.trim() === '') return missed(talk, state, event);
  const asked = state.awaits === 'more' || state.awaits === 'call-back';
  const wish = callWishIn(text, asked);
  if (state.awaits === 'call-back' && (wish === 'more' || wish === 'enough'))
    return callBack(talk, state, { event, wanted: wish === 'more' });
  switch (wish) {
    case 'again':
      return again(talk, state);
    case 'slower':
      return again(talk, { ...state, rate: 'slow' });
    case 'more':
      return tell(talk, state);
    case 'enough':
      return tell(talk, { ...state, pages: [], options: [] });
    case 'end':
      return hangUp(state, [talk.say('call.goodbye')]);
    default:
      return question(talk, state, { event, text });
  }
}

type Pressed = Extract<CallEvent, { kind: 'digits' }>;

/** 0 a person, * again, # the end; figures of a code while one is waited for; else a choice. */
async function press(talk: CallTalk, state: CallState, event: Pressed): Promise<Step> {
  const digits = event.digits.length > 1 ? event.digits.replace(/#$/, '') : event.digits;
  if (digits === '*') return again(talk, state);
  if (digits === '0') return wantPerson(talk, state, event);
  if (digits === '#') return hangUp(state, [talk.say('call.goodbye')]);
  if (digits.length > 1) return question(talk, state, { event, text: digits });
  if (state.awaits === 'call-back') return callBack(talk, state, { event, wanted: digits === '1' });
  if (state.awaits === 'more') return tell(talk, digits === '1' ? state : { ...state, pages: [], options: [] });
  const chosen = state.awaits === 'menu' ? state.options[Number(digits) - 1] : undefined;
  return chosen ? question(talk, state, { event, text: chosen.send }) : missed(talk, state, event);
}

interface Asked {
  readonly event: CallEvent;
  readonly text: string;
}

async function question(talk: CallTalk, state: CallState, { event, text }: Asked): Promise<Step> {
  const answer = await talk.turnOf(event, text);
  if (answer.status === 'handed-off') return putThrough(talk, state, { event, answer });
  const fresh: CallState = { ...state, misses: 0, options: answer.options.slice(0, mostChoices) };
  // What is asked back is said once, as a menu.
  const said = answer.status === 'clarify' && answer.options.length > 1 ? withoutLists(answer) : answer;
  if (answer.status !== 'login-required') return tell(talk, { ...fresh, pages: talk.pagesOf(said) });
  const words = wordsOf(talk.pagesOf(answer));
  return ask(talk, { ...fresh, pages: [], options: [] }, { say: [...words, talk.say('call.keys')], awaits: 'secret' });
}

const withoutLists = (answer: Answer): Answer => ({
  ...answer,
  blocks: answer.blocks.filter(({ kind }) => kind !== 'list'),
});

/** The next page and whether to go on; after the last one, what else there is. */
function tell(talk: CallTalk, state: CallState): Step {
  const [page, ...pages] = state.pages;
  const words = page?.utterances ?? [];
  const next = { ...state, pages, misses: 0 };
  if (pages.length > 0) return ask(talk, next, { say: [...words, talk.say('call.more')], awaits: 'more' });
  const choices = menuOf(talk, state.options);
  return choices.length > 1
    ? ask(talk, next, { say: [...words, ...choices, talk.say('call.choose')], awaits: 'menu' })
    : ask(talk, next, { say: [...words, talk.say('call.else')], awaits: 'question' });
}

const again = (talk: CallTalk, state: CallState): Step =>
  ask(talk, { ...state, misses: 0 }, { say: state.last, awaits: state.awaits });

/** Shorter and with an example first, then keys, then a person who is told what was said. */
function missed(talk: CallTalk, state: CallState, event: CallEvent): Step | Promise<Step> {
  const misses = state.misses + 1;
  const next = { ...state, misses };
  // A person was offered already: silence means that nobody is there any more.
  if (state.awaits === 'call-back' && misses >= missesToKeys) return hangUp(next, [talk.say('call.goodbye')]);
  if (misses >= missesToPerson) return wantPerson(talk, next, event);
  if (state.awaits === 'secret') return ask(talk, next, { say: [talk.say('call.keysAgain')], awaits: 'secret' });
  if (misses < missesToKeys) return ask(talk, next, { say: [talk.say('call.again')], awaits: state.awaits });
  const choices = menuOf(talk, state.options);
  return choices.length > 1
    ? ask(talk, next, { say: [talk.say('call.byKeys'), ...choices, talk.say('call.zero')], awaits: 'menu' })
    : ask(talk, next, { say: [talk.say('call.zero')], awaits: state.awaits });
}
