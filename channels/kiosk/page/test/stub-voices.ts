/** Stands in for the voices of a browser, at the edge of its own interfaces. Runs in the page, so it stands alone. */
export interface Voices {
  /** What it understands; an error; `null`: this browser has no recognition. */
  readonly recognition: string | { readonly error: string } | null;
  /** Whether it has a voice that speaks Vietnamese. */
  readonly voice: boolean;
  /** The microphone hums. */
  readonly tone?: boolean;
}

export function stubVoices({ recognition, voice, tone = false }: Voices): void {
  const kept = { said: [] as string[], cancelled: 0, tracks: [] as MediaStreamTrack[] };
  Object.assign(globalThis, kept);
  const mine = globalThis as unknown as typeof kept;
  class Recognition {
    onresult: ((event: unknown) => void) | null = null;
    onerror: ((event: unknown) => void) | null = null;
    onend: (() => void) | null = null;
    start() {
      setTimeout(() => {
        if (typeof recognition === 'string') this.onresult?.({ results: [[{ transcript: recognition }]] });
        else this.onerror?.(recognition);
        this.onend?.();
      }, 40);
    }
    stop() {
      this.onend?.();
    }
    abort() {}
  }
  const made = recognition === null ? undefined : Recognition;
  Object.assign(globalThis, { SpeechRecognition: made, webkitSpeechRecognition: made });
  speechSynthesis.getVoices = () => (voice ? [{ lang: 'vi-VN', name: 'thử' } as SpeechSynthesisVoice] : []);
  speechSynthesis.cancel = () => {
    mine.cancelled += 1;
  };
  speechSynthesis.speak = ({ text }) => void mine.said.push(text);
  Object.assign(globalThis, {
    SpeechSynthesisUtterance: class {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
  const getUserMedia = async () => {
    const context = new AudioContext();
    const out = context.createMediaStreamDestination();
    if (tone) {
      const hum = context.createOscillator();
      hum.connect(out);
      hum.start();
    }
    mine.tracks.push(...out.stream.getTracks());
    return out.stream;
  };
  Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia } });
}
