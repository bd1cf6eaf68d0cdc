/** Hearing by our own speech port: the microphone is recorded while somebody speaks, and sent as 16 kHz WAV. */
import { type EndOfSpeech, openEndOfSpeech } from './end-of-speech.ts';
import type { Heard, Listener, ListenerEvents } from './listener.ts';
import { wavOf } from './wav.ts';

export type SendSound = (wav: Blob, signal: AbortSignal) => Promise<string>;

const sampleRate = 16_000;
const lookEveryMs = 80;

interface Recording {
  readonly stream: MediaStream;
  readonly recorder: MediaRecorder;
  readonly context: AudioContext;
  readonly end: EndOfSpeech;
  readonly stop: () => void;
}

export const canRecord = (): boolean =>
  typeof MediaRecorder !== 'undefined' && Boolean(globalThis.navigator?.mediaDevices?.getUserMedia);

export const listenByRecording =
  (send: SendSound): Listener =>
  (events) => {
    const over = new AbortController();
    let recording: Recording | null = null;
    void open(events, over.signal)
      .then(async (opened) => {
        recording = opened;
        const sound = await soundOf(opened);
        if (over.signal.aborted) return;
        events.onClosed();
        const heard = await understand(sound, opened.end.spoke, { send, signal: over.signal });
        if (!over.signal.aborted) events.onHeard(heard);
      })
      .catch((error: unknown) => {
        recording?.stop();
        if (!over.signal.aborted) events.onHeard(troubleOf(error));
      });
    return {
      finish: () => recording?.stop(),
      abort() {
        over.abort('over');
        recording?.stop();
      },
    };
  };

const troubleOf = (error: unknown): Heard => ({
  kind: error instanceof DOMException && /NotAllowed|Security/.test(error.name) ? 'forbidden' : 'failed',
});

async function open({ onLevel }: ListenerEvents, over: AbortSignal): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true },
  });
  const context = new AudioContext();
  const look = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(look);
  const end = openEndOfSpeech(performance.now());
  const recorder = new MediaRecorder(stream);
  let timer: ReturnType<typeof setInterval> | null = null;
  const stop = () => {
    if (timer !== null) clearInterval(timer);
    timer = null;
    if (recorder.state !== 'inactive') recorder.stop();
    for (const track of stream.getTracks()) track.stop();
    if (context.state !== 'closed') void context.close();
  };
  const wave = new Float32Array(look.fftSize);
  timer = setInterval(() => {
    look.getFloatTimeDomainData(wave);
    const level = Math.min(1, Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length) * 4);
    onLevel(level);
    if (end.take(level, performance.now())) stop();
  }, lookEveryMs);
  recorder.start();
  if (over.aborted) stop();
  return { stream, recorder, context, end, stop };
}

/** Resolves when the recording is over, with what it holds. */
function soundOf({ recorder }: Recording): Promise<Blob> {
  const parts: Blob[] = [];
  return new Promise((resolve) => {
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      recorder.ondataavailable = null;
      recorder.onstop = null;
      resolve(new Blob(parts, { type: recorder.mimeType }));
    };
  });
}

async function understand(
  sound: Blob,
  spoke: boolean,
  { send, signal }: { readonly send: SendSound; readonly signal: AbortSignal },
): Promise<Heard> {
  if (!spoke) return { kind: 'nothing' };
  const text = (await send(await asWav(sound), signal)).trim();
  return text ? { kind: 'text', text } : { kind: 'nothing' };
}

async function asWav(sound: Blob): Promise<Blob> {
  const reader = new OfflineAudioContext(1, sampleRate, sampleRate);
  const decoded = await reader.decodeAudioData(await sound.arrayBuffer());
  const mixer = new OfflineAudioContext(1, Math.max(1, Math.ceil(decoded.duration * sampleRate)), sampleRate);
  const source = mixer.createBufferSource();
  source.buffer = decoded;
  source.connect(mixer.destination);
  source.start();
  return wavOf((await mixer.startRendering()).getChannelData(0), sampleRate);
}
