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

export type Recognised =
  | { readonly text: string; readonly confidence: number | null }
  | { readonly failed: string };

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

export function openGather({ wishes, voice, settings, hands }: GatherParts): GatherState {
  let prompting = true;
  let done = false;
  let digits = '';
  let sinceKeyMs = 0;
  let waitedMs = 0;
  let asked = false;
  let ended = false;
  let result: Recognised | null = null;

  const finish = (gathered: Gathered) => {
    if (done) return;
    done = true;
    hands.stopPrompt();
    hands.forgetVoice();
    hands.finish(gathered);
  };
  const forget = () => {
    voice.reset();
    hands.forgetVoice();
    asked = false;
    ended = false;
    result = null;
  };
  /** It was a cough, or a word in passing: the prompt goes on where it was. */
  const letPass = () => {
    forget();
    if (prompting) hands.resumePrompt();
  };
  const conclude = (heard: Recognised) => {
    if ('failed' in heard) return finish({ reason: 'error', details: heard.failed });
    const words = heard.text.split(/\s+/u).filter(Boolean).length;
    if (prompting && words < Math.max(1, wishes.wordsToBargeIn)) return letPass();
    if (words === 0 || (heard.confidence ?? 1) < wishes.leastConfidence) return finish({ reason: 'stt-low-confidence' });
    finish({ reason: 'speechDetected', ...heard });
  };
  const listen = () => {
    if (prompting && wishes.wordsToBargeIn === 0) {
      hands.stopPrompt();
      prompting = false;
    }
    if (prompting && voice.voicedMs >= settings.leastMs) hands.pausePrompt();
    const tooLong = voice.lastedMs >= settings.longestMs;
    if (asked && voice.silentMs === 0 && !tooLong && !ended) {
      // He only took a breath: the whole of it is asked for again.
      hands.forgetVoice();
      asked = false;
      result = null;
    }
    if (!asked && (voice.silentMs >= settings.stopMs || tooLong)) {
      if (voice.voicedMs < settings.leastMs) return letPass();
      asked = true;
      hands.recognise(voice.sound());
    }
    if (!asked || ended || (voice.silentMs < wishes.endOfSpeechMs && !tooLong)) return;
    ended = true;
    hands.speechEnded();
    if (result) conclude(result);
  };
  const waitForKeys = () => {
    sinceKeyMs += frameMs;
    if (sinceKeyMs < wishes.betweenKeysMs) return;
    if (digits.length >= wishes.leastDigits) finish({ reason: 'dtmfDetected', digits });
    else finish({ reason: 'timeout' });
  };
  return {
    frame(frame) {
      if (done) return;
      if (digits !== '') return waitForKeys();
      const hears = wishes.speech && (!prompting || wishes.bargeIn);
      if (hears && !ended) voice.push(frame);
      if (hears && voice.speaking) return listen();
      if (prompting) return;
      waitedMs += frameMs;
      if (wishes.timeoutMs > 0 && waitedMs >= wishes.timeoutMs) finish({ reason: 'timeout' });
    },
    key(key) {
      if (done || !wishes.digits) return;
      if (prompting && wishes.keysBargeIn) {
        hands.stopPrompt();
        prompting = false;
      }
      if (key === wishes.finishOnKey) return finish({ reason: 'dtmfDetected', digits });
      forget();
      digits += key;
      sinceKeyMs = 0;
      if (digits.length === wishes.mostDigits) finish({ reason: 'dtmfDetected', digits });
    },
    promptDone() {
      prompting = false;
    },
    recognised(what) {
      if (done || !asked) return;
      result = what;
      if (ended) conclude(what);
    },
  };
}
