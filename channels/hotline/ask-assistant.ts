/** Questions to the assistant, and its answers, a few facts at a time. */
import type { Answer, Option } from '../../bot/index.ts';
import type { CallEvent } from './call.ts';
import type { CallState, Step } from './call-state.ts';
import { ask, type CallTalk, menuOf, mostChoices, wordsOf } from './call-talk.ts';
import { putThrough } from './put-through.ts';

export interface Asked {
  readonly event: CallEvent;
  readonly text: string;
}

export async function question(talk: CallTalk, state: CallState, { event, text }: Asked): Promise<Step> {
  const answer = await talk.turnOf(event, text);
  if (answer.handOffReason && answer.status === 'handed-off') return putThrough(talk, state, { event, answer });
  const fresh: CallState = { ...state, ...forgotten, papersOf: papersIn(answer) ?? state.papersOf };
  if (answer.secret) return askSecret(talk, fresh, answer);
  // What is asked back is said once, as a menu.
  const options = asksBack(answer) ? answer.options.slice(0, mostChoices) : [];
  const said = options.length > 1 ? withoutLists(answer) : answer;
  return tell(talk, { ...fresh, options, pages: talk.pagesOf(said) });
}

const forgotten = { misses: 0, pressed: '', pages: [], options: [] } as const;

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
  return ask(talk, next, { say: [...words, talk.say(state, 'call.else')], awaits: 'else' });
}

/** Word for word. */
export const again = (talk: CallTalk, state: CallState): Step =>
  ask(talk, { ...state, misses: 0 }, { say: state.last, awaits: state.awaits });

/** By keys: what was offered, else what is asked most. */
export function menuOfAll(talk: CallTalk, state: CallState): Step {
  const options =
    state.options.length > 1
      ? state.options
      : usual.map(
          (name): Option => ({
            text: talk.say(state, `call.menu.${name}.text`).text,
            send: talk.say(state, `call.menu.${name}.send`).text,
          }),
        );
  const say = [talk.say(state, 'call.byKeys'), ...menuOf(talk, state, options), talk.say(state, 'call.zero')];
  return ask(talk, { ...state, options }, { say, awaits: 'menu' });
}

const usual = ['birth', 'residence', 'certify', 'dossier'] as const;
