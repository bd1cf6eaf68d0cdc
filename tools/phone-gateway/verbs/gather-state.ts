/** The rules of `gather`: what a voice, a key and silence come to. Counts frames, not clocks: it stands still on hold. */
import { frameMs } from '../media/sample-rate.ts';
import type { VoiceActivity, VoiceSettings } from '../media/voice-activity.ts';
import type { Frame } from '../rtp/jitter-buffer.ts';

export interface GatherWishes {
  readonly speech: boolean;
  readonly digits: boolean;
  /** Whichever comes first ends it; `null`: no such end. */
  readonly mostDigits: number | null;
  readonly leastDigits: number;
  readonly finishOnKey: string | null;
  readonly betweenKeysMs: number;
  /** Without a word or a key after the prompt; 0: for ever. */
  readonly timeoutMs: number;
  /** Silence after which somebody has finished. */
  readonly endOfSpeechMs: number;
  readonly bargeIn: boolean;
  /** 0: a voice is enough. */
  readonly wordsToBargeIn: number;
  readonly keysBargeIn: boolean;
  readonly leastConfidence: number;
}

export type Gathered =
  | { readonly reason: 'speechDetected'; readonly text: string; readonly confidence: number | null }
  | { readonly reason: 'dtmfDetected'; readonly digits: string }
  | { readonly reason: 'timeout' | 'stt-low-confidence' }
  | { readonly reason: 'error'; readonly details: string };

export type Recognised = { readonly text: string; readonly confidence: number | null } | { readonly failed: string };

/** What the rules may do to the world. */
export interface GatherHands {
  stopPrompt(): void;
  pausePrompt(): void;
  resumePrompt(): void;
  /** Tells `recognised` later; a second call, or `forgetVoice`, makes the first one void. */
  recognise(sound: Int16Array): void;
  forgetVoice(): void;
  /** The speaker has finished: the silence was long enough. */
  speechEnded(): void;
  finish(gathered: Gathered): void;
}

export interface GatherState {
  frame(frame: Frame): void;
  key(key: string): void;
  promptDone(): void;
  recognised(what: Recognised): void;
}

export interface GatherParts {
  readonly wishes: GatherWishes;
  readonly voice: VoiceActivity;
  readonly settings: VoiceSettings;
  readonly hands: GatherHands;
}

/** What has come so far. */
interface Progress {
  /** The prompt is still to be heard. */
  prompting: boolean;
  done: boolean;
  digits: string;
  sinceKeyMs: number;
  waitedMs: number;
  /** The recogniser was asked; the silence was long enough; what it said. */
  asked: boolean;
  ended: boolean;
  result: Recognised | null;
}

const begun = (): Progress => ({
  prompting: true,
  done: false,
  digits: '',
  sinceKeyMs: 0,
  waitedMs: 0,
  asked: false,
  ended: false,
  result: null,
});

export function openGather(parts: GatherParts): GatherState {
  const { wishes, voice } = parts;
  const now = begun();
  const ends = endsOf(parts, now);
  const listen = listener(parts, now, ends);
  const waitForKeys = () => {
    now.sinceKeyMs += frameMs;
    if (now.sinceKeyMs < wishes.betweenKeysMs) return;
    ends.finish(now.digits.length >= wishes.leastDigits ? pressed(now.digits) : { reason: 'timeout' });
  };
  return {
    frame(frame) {
      if (now.done) return;
      if (now.digits !== '') return waitForKeys();
      const hears = wishes.speech && (!now.prompting || wishes.bargeIn);
      if (hears && !now.ended) voice.push(frame);
      if (hears && voice.speaking) return listen();
      if (now.prompting) return;
      now.waitedMs += frameMs;
      if (wishes.timeoutMs > 0 && now.waitedMs >= wishes.timeoutMs) ends.finish({ reason: 'timeout' });
    },
    key(key) {
      if (now.done || !wishes.digits) return;
      if (now.prompting && wishes.keysBargeIn) ends.breakIn();
      if (key === wishes.finishOnKey) return ends.finish(pressed(now.digits));
      ends.forget();
      now.digits += key;
      now.sinceKeyMs = 0;
      if (now.digits.length === wishes.mostDigits) ends.finish(pressed(now.digits));
    },
    promptDone() {
      now.prompting = false;
    },
    recognised(what) {
      if (now.done || !now.asked) return;
      now.result = what;
      if (now.ended) ends.conclude(what);
    },
  };
}

const pressed = (digits: string): Gathered => ({ reason: 'dtmfDetected', digits });

/** How a stretch of listening comes to an end, or is let pass. */
function endsOf({ wishes, voice, hands }: GatherParts, now: Progress) {
  const finish = (gathered: Gathered) => {
    if (now.done) return;
    now.done = true;
    hands.stopPrompt();
    hands.forgetVoice();
    hands.finish(gathered);
  };
  const forget = () => {
    voice.reset();
    hands.forgetVoice();
    now.asked = false;
    now.ended = false;
    now.result = null;
  };
  /** It was a cough, or a word in passing: the prompt goes on where it was. */
  const letPass = () => {
    forget();
    if (now.prompting) hands.resumePrompt();
  };
  return {
    finish,
    forget,
    letPass,
    breakIn() {
      hands.stopPrompt();
      now.prompting = false;
    },
    conclude(heard: Recognised) {
      if ('failed' in heard) return finish({ reason: 'error', details: heard.failed });
      const words = heard.text.split(/\s+/u).filter(Boolean).length;
      if (now.prompting && words < Math.max(1, wishes.wordsToBargeIn)) return letPass();
      const sure = words > 0 && (heard.confidence ?? 1) >= wishes.leastConfidence;
      finish(sure ? { reason: 'speechDetected', ...heard } : { reason: 'stt-low-confidence' });
    },
  };
}

/** One frame while somebody speaks, or has just stopped. */
function listener({ wishes, voice, settings, hands }: GatherParts, now: Progress, ends: ReturnType<typeof endsOf>) {
  return () => {
    const tooLong = voice.lastedMs >= settings.longestMs;
    if (now.prompting && wishes.wordsToBargeIn === 0) ends.breakIn();
    if (now.prompting && voice.voicedMs >= settings.leastMs) hands.pausePrompt();
    if (now.asked && voice.silentMs === 0 && !tooLong && !now.ended) {
      // He only took a breath: the whole of it is asked for again.
      hands.forgetVoice();
      now.asked = false;
      now.result = null;
    }
    if (!now.asked && (voice.silentMs >= settings.stopMs || tooLong)) {
      if (voice.voicedMs < settings.leastMs) return ends.letPass();
      now.asked = true;
      hands.recognise(voice.sound());
    }
    if (!now.asked || now.ended || (voice.silentMs < wishes.endOfSpeechMs && !tooLong)) return;
    now.ended = true;
    hands.speechEnded();
    if (now.result) ends.conclude(now.result);
  };
}
