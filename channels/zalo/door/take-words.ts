/** Words of a citizen: a question, a number of the list, a tap on a button, a yes to what was asked. */
import {
  type Answer,
  bareYesOrNo,
  isEmergency,
  isOnlySign,
  letsSeePicture,
  maskForLog,
  numberSaid,
  wantsQr,
} from '../../../bot/index.ts';
import { numberedOptions, tapMark } from './choices.ts';
import type { DoorParts, Heard } from './door-parts.ts';
import { sayNote } from './say-note.ts';

/** What was said to the citizen last, as far as it changes what his next words mean. */
interface LastSaid {
  readonly answer: Answer | null;
  /** A voice message was read back to him. */
  readonly heard: boolean;
  /** It was a line about a sticker. */
  readonly toSign: boolean;
}

/** In a group a message begins with the name that it is addressed to. */
const addressed = /^\s*@\S+\s*/;

export async function takeWords(parts: DoorParts, heard: Heard, typed: string): Promise<void> {
  const isTap = typed.startsWith(tapMark);
  const said = heard.event.isGroup ? typed.replace(addressed, '') : typed;
  const text = (isTap ? said.slice(tapMark.length) : said).trim();
  if (heard.ownedByOfficer) return takeForOfficer(parts, heard, text);
  if (isPaused(parts, heard, text)) return keepOnly(parts, heard, text);
  const last = await lastSaid(parts, heard);
  if (isOnlySign(text)) return takeSign(parts, heard, last);
  const meant = isTap ? text : chosen(text, last);
  if (last.heard && (await confirmVoice(parts, heard, meant))) return;
  if (parts.publicUrl !== null && wantsQr(meant)) return giveQr(parts, heard, last);
  const staffReply = await linkStaff(parts, heard, text);
  if (staffReply !== null)
    return sayNote(parts, heard, { sent: heard.speech.say('zalo.sent.staffCode'), say: staffReply });
  await ask(parts, heard, meant);
}

/** Staff are called by the bot alone, and each by himself. */
async function linkStaff({ linkStaff }: DoorParts, { event, place }: Heard, text: string): Promise<string | null> {
  if (!linkStaff || event.channel !== 'zalo-bot' || event.isGroup) return null;
  return linkStaff({ channel: place.channel, account: place.address }, text);
}

/** Hands it to the assistant, and waits for the turn: only then is the event done with. */
export async function ask({ assistant }: DoorParts, heard: Heard, text: string): Promise<void> {
  const { id, thread, event, platform, place } = heard;
  const message = {
    id,
    text,
    locale: 'vi',
    at: event.at,
    signedInAs: null,
    ownedByOfficer: false,
    caller: place.address,
  } as const;
  const onStart = () => platform.showTyping(event.threadId ?? '');
  const known = { conversationId: heard.open.id, citizenId: heard.open.citizenId };
  await (await assistant.accept({ ...message, ...thread }, { onStart, thread: known })).reply;
}

async function lastSaid({ store }: DoorParts, { open }: Heard): Promise<LastSaid> {
  const said = await store.lastSaid({ citizenId: open.citizenId, conversationId: open.id });
  const kept = (said?.content ?? {}) as { answer?: Answer; heard?: boolean; toSign?: boolean };
  const ofTurn = (said?.answer ?? {}) as { answer?: Answer };
  return { answer: ofTurn.answer ?? kept.answer ?? null, heard: kept.heard === true, toSign: kept.toSign === true };
}

/** "2" stands for the second of what was offered last; where nothing was offered, it is just "2". */
function chosen(text: string, { answer }: LastSaid): string {
  const number = numberSaid(text);
  const option = number === null ? undefined : (answer ? numberedOptions(answer) : [])[number - 1];
  return option && !/^(?:tel:|https?:)/.test(option.send) ? option.send : text;
}

/** An officer reads along; the one thing that is looked for is leave to see the picture sent before. */
async function takeForOfficer(parts: DoorParts, heard: Heard, text: string): Promise<void> {
  const { store, now } = parts;
  await ask(parts, heard, text);
  if (!letsSeePicture(text)) return;
  const pending = await store.reach.readPending(heard.place, now());
  if (!pending?.picture) return;
  const content = { text: heard.speech.say('zalo.sent.pictureShown', { address: pending.picture }) };
  await store.addUtterances({
    citizenId: heard.open.citizenId,
    conversationId: heard.open.id,
    utterances: [{ key: `picture:${heard.id}`, speaker: 'citizen', content, at: now() }],
  });
  await store.reach.dropPending(heard.place);
}

/** Somebody answers in OA Manager: the bot keeps out, unless a life may be in danger. */
const isPaused = ({ now }: DoorParts, { pausedUntil }: Heard, text: string): boolean =>
  pausedUntil !== null && pausedUntil > now() && !isEmergency(text);

async function keepOnly({ store }: DoorParts, { id, open, event }: Heard, text: string): Promise<void> {
  await store.addUtterances({
    citizenId: open.citizenId,
    conversationId: open.id,
    utterances: [{ key: `q:${id}`, speaker: 'citizen', content: { text: maskForLog(text) }, at: event.at }],
  });
}

/** One line to a thumb, none to the next. */
async function takeSign(parts: DoorParts, heard: Heard, { toSign }: LastSaid): Promise<void> {
  const { speech } = heard;
  const say = toSign ? null : speech.say('zalo.sign');
  await sayNote(parts, heard, { sent: speech.say('zalo.sent.sign'), say, also: { toSign: true } });
}

/** `true` when it was a yes or a no to what was read back. */
async function confirmVoice(parts: DoorParts, heard: Heard, text: string): Promise<boolean> {
  const { store, now } = parts;
  const reply = bareYesOrNo(text);
  const pending = reply && (await store.reach.readPending(heard.place, now()));
  if (!reply || !pending?.heard) return false;
  if (reply === 'yes') await ask(parts, heard, pending.heard);
  else await sayNote(parts, heard, { sent: maskForLog(text), say: heard.speech.say('zalo.sayAgain') });
  await store.reach.dropPending(heard.place);
  return true;
}

async function giveQr(parts: DoorParts, heard: Heard, { answer }: LastSaid): Promise<void> {
  const { speech } = heard;
  const title = answer?.blocks.find(({ kind }) => kind === 'title');
  const id = encodeURIComponent(heard.id.slice(0, 60));
  const query = title && 'text' in title ? `/hoi?q=${encodeURIComponent(title.text)}&id=${id}` : '';
  const qr = `${parts.publicUrl}${query}`;
  await sayNote(parts, heard, {
    sent: speech.say('zalo.sent.qr'),
    say: speech.say('zalo.qr', { address: qr }),
    also: { qr },
  });
}
