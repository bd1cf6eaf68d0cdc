/** The second factor by keys, in two steps, as nobody keeps fourteen figures in his head: six figures, then the day of birth. */
import { question } from './ask-assistant.ts';
import type { CallEvent } from './call.ts';
import type { CallState, Step } from './call-state.ts';
import { ask, type CallTalk } from './call-talk.ts';

/** `null`: these are not six figures. */
export function takeLastSix(talk: CallTalk, state: CallState, digits: string): Step | null {
  if (!/^\d{6}$/.test(digits)) return null;
  const next = { ...state, misses: 0, pressed: digits };
  return ask(talk, next, { say: [talk.say(state, 'call.birthDate')], awaits: 'birth-date' });
}

/** Day, month and year: two, two and four figures. `null`: they are no day. */
export async function takeBirthDate(
  talk: CallTalk,
  state: CallState,
  { event, digits }: { readonly event: CallEvent; readonly digits: string },
): Promise<Step | null> {
  const [, day = '', month = '', year = ''] = /^(\d{2})(\d{2})(\d{4})$/.exec(digits) ?? [];
  if (!day || Number(day) > 31 || Number(month) > 12) return null;
  const text = `${state.pressed}, ${day}/${month}/${year}`;
  return question(talk, { ...state, pressed: '' }, { event, text });
}
