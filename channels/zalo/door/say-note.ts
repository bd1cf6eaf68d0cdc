/** What is said to something that is no question: a picture, a sticker, a file. The bot is silent while an officer owns the talk. */
import type { DoorParts, Heard } from './door-parts.ts';

export interface Note {
  /** Tells what was sent, for whoever reads the talk. Masked by the caller. */
  readonly sent: string;
  /** What the bot says; `null`: nothing. */
  readonly say: string | null;
  /** More of what is kept with the bot's words. */
  readonly also?: Readonly<Record<string, unknown>>;
  readonly options?: readonly { readonly text: string; readonly send: string }[];
}

/** Each message once, however often it is told. */
export async function sayNote({ store, now }: DoorParts, { id, open }: Heard, note: Note): Promise<void> {
  const at = now();
  const sent = { key: `n:${id}`, speaker: 'citizen' as const, content: { text: note.sent }, at };
  const { say, also, options = [] } = note;
  const blocks = [{ kind: 'say', text: say }];
  const answer = { status: 'smalltalk', codes: [], facet: null, blocks, options, sources: [] };
  const said = { key: `r:${id}`, speaker: 'bot' as const, content: { answer, ...also }, at };
  const utterances = say === null ? [sent] : [sent, said];
  await store.addUtterances({ citizenId: open.citizenId, conversationId: open.id, utterances });
}
