/** Hearing by the browser's own speech recognition, where it has one. */
import type { Heard, Listener } from './listener.ts';

interface Recognition {
  lang: string;
  interimResults: boolean;
  continuous: boolean;
  onresult: ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onsoundstart: (() => void) | null;
  onsoundend: (() => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

type MakeRecognition = new () => Recognition;

/** `null`: this browser has none. */
export function browserRecognition(): MakeRecognition | null {
  const found = globalThis as { SpeechRecognition?: MakeRecognition; webkitSpeechRecognition?: MakeRecognition };
  return found.SpeechRecognition ?? found.webkitSpeechRecognition ?? null;
}

const outcomes: Readonly<Record<string, Heard['kind']>> = {
  'no-speech': 'nothing',
  'not-allowed': 'forbidden',
  'service-not-allowed': 'forbidden',
};

export const listenByBrowser =
  (Make: MakeRecognition, language: string): Listener =>
  ({ onPartial, onLevel, onHeard, onClosed }) => {
    const recognition = new Make();
    let text = '';
    let wrong: Heard['kind'] | null = null;
    let over = false;
    recognition.lang = language;
    recognition.interimResults = true;
    recognition.continuous = false;
    recognition.onresult = ({ results }) => {
      if (over) return;
      text = Array.from(results, (one) => one[0]?.transcript ?? '')
        .join(' ')
        .trim();
      onPartial(text);
    };
    recognition.onsoundstart = () => onLevel(0.7);
    recognition.onsoundend = () => onLevel(0);
    recognition.onerror = ({ error }) => {
      wrong = outcomes[error] ?? 'failed';
    };
    const end = () => {
      if (over) return;
      over = true;
      forget(recognition);
      onHeard(text ? { kind: 'text', text } : { kind: wrong === null || wrong === 'text' ? 'nothing' : wrong });
    };
    recognition.onend = end;
    try {
      recognition.start();
    } catch {
      wrong = 'failed';
      queueMicrotask(end);
    }
    return {
      finish() {
        onClosed();
        recognition.stop();
      },
      abort() {
        over = true;
        forget(recognition);
        recognition.abort();
      },
    };
  };

/** Its handlers hold what was said. */
function forget(recognition: Recognition): void {
  recognition.onresult = null;
  recognition.onerror = null;
  recognition.onend = null;
  recognition.onsoundstart = null;
  recognition.onsoundend = null;
}
