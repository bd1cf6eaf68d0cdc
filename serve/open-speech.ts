/** Opens hearing and speaking as the settings say, and the door by which jambonz uses both. */
import { openSpeech, speechBridge } from '../channels/index.ts';
import { type Config, hotlineSpeechKey, speechParts } from '../config.ts';

export type ServedSpeech = ReturnType<typeof openServedSpeech>;

export function openServedSpeech(config: Config, onError: (error: unknown) => void) {
  const speech = openSpeech(speechParts(config));
  const key = hotlineSpeechKey();
  const bridge = key === null ? null : speechBridge({ ...speech, key, onError });
  return { ...speech, bridge };
}

/** What hears, what speaks, and what is off for want of a setting. */
export function speechLine({ listen, voiceBy, bridge }: ServedSpeech): string {
  const ear = listen ? 'hears by SPEECH_TO_TEXT_URL' : 'hears nothing, set SPEECH_TO_TEXT_URL';
  const mouths = {
    server: 'speaks by TEXT_TO_SPEECH_URL',
    'espeak-ng': 'speaks by espeak-ng (a robot’s voice: set TEXT_TO_SPEECH_URL for a better one)',
    none: 'does not speak, set TEXT_TO_SPEECH_URL or install espeak-ng',
  };
  const own = bridge ? 'jambonz may use both at /hotline/speech' : 'jambonz may use neither, set HOTLINE_SPEECH_KEY';
  return `  Speech: ${ear}; ${mouths[voiceBy ?? 'none']}; ${own}. See docs/how-to/give-it-a-voice.md.`;
}
