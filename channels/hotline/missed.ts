/** Nothing came that could be understood: shorter and with an example first, then keys, then a person who hears what was said. */
import { menuOfAll } from './ask-assistant.ts';
import type { CallEvent } from './call.ts';
import type { CallState, Step } from './call-state.ts';
import { figuresOf } from './call-state.ts';
import { ask, type CallTalk, hangUp } from './call-talk.ts';
import { wantPerson } from './put-through.ts';

/** Turns in a row that were not understood: then keys, then a person. */
const missesToKeys = 2;
const missesToPerson = 3;

/** A person was offered, or nothing more was asked for: silence means that nobody is there any more. */
const mayHaveGone: ReadonlySet<CallState['awaits']> = new Set(['call-back', 'is-number', 'else']);

/** Whoever has keys alone is told them at once, also after an answer. */
const keysHelp: ReadonlySet<CallState['awaits']> = new Set(['question', 'else', 'menu']);

export function missed(talk: CallTalk, before: CallState, event: CallEvent): Step | Promise<Step> {
  const state = { ...before, misses: before.misses + 1 };
  const { awaits, misses } = state;
  if (event.keysOnly && keysHelp.has(awaits) && misses < missesToPerson)
    return menuOfAll(talk, state, [talk.say(state, 'call.keysOnly')]);
  if (mayHaveGone.has(awaits)) return misses < missesToKeys ? stillThere(talk, state) : leave(talk, state);
  if (misses >= missesToPerson) return wantPerson(talk, state, { event, first: [talk.say(state, 'call.notHeard')] });
  if (figuresOf[awaits] !== undefined)
    return ask(talk, state, { say: [talk.say(state, `call.again.${awaits}`)], awaits });
  if (misses >= missesToKeys) return menuOfAll(talk, state);
  return ask(talk, state, { say: [talk.say(state, awaits === 'more' ? 'call.againMore' : 'call.againShort')], awaits });
}

const stillThere = (talk: CallTalk, state: CallState): Step =>
  ask(talk, state, { say: [talk.say(state, 'call.stillThere'), ...state.last.slice(-1)], awaits: state.awaits });

const leave = (talk: CallTalk, state: CallState): Step => hangUp(state, [talk.say(state, 'call.silent')]);
