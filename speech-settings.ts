/** The settings of speech: hearing and speaking, for every door that has a voice. */
import { z } from 'zod';
import { isSafeAddress } from './knowledge/index.ts';

const address = z.string().refine(isSafeAddress, 'an address that begins with https:// (http:// only to this machine)');
const secret = z.string().regex(/^[\x21-\x7e]{8,512}$/, 'at least 8 signs, no spaces');

/** To be spread into the schema of the settings. */
export const speechSettings = {
  /** An OpenAI-compatible server that turns speech into words; without it voice messages and the kiosk's ear are off. */
  SPEECH_TO_TEXT_URL: address.optional(),
  SPEECH_TO_TEXT_MODEL: z.string().default('whisper-1'),
  SPEECH_TO_TEXT_API_KEY: secret.optional(),
  /** An OpenAI-compatible server that speaks; without it espeak-ng does, where it is installed. */
  TEXT_TO_SPEECH_URL: address.optional(),
  TEXT_TO_SPEECH_MODEL: z.string().default('tts-1'),
  /** As the server names its voices; for espeak-ng `vi`, `vi-vn-x-central`, `vi-vn-x-south`. */
  TEXT_TO_SPEECH_VOICE: z
    .string()
    .regex(/^[a-z][\w.+:-]{0,63}$/i, 'the name of a voice: letters, digits, . + : - _')
    .optional(),
  TEXT_TO_SPEECH_API_KEY: secret.optional(),
  /** What jambonz sends to use our voice and our ear (`custom` speech); without it those two addresses are off. */
  HOTLINE_SPEECH_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{16,256}$/, '16 to 256 signs, no spaces: take 32 random bytes as hex')
    .optional(),
};

/** Read by {@link speechPartsOf} alone: what is left of the settings may be printed. */
export const speechSecrets = ['SPEECH_TO_TEXT_API_KEY', 'TEXT_TO_SPEECH_API_KEY', 'HOTLINE_SPEECH_KEY'] as const;

type SpeechSettings = z.infer<z.ZodObject<typeof speechSettings>>;

/** What `openSpeech` needs. @param path as in `PATH`. */
export function speechPartsOf(settings: SpeechSettings, path: string) {
  const { SPEECH_TO_TEXT_URL: ear, TEXT_TO_SPEECH_URL: mouth } = settings;
  return {
    toText: ear
      ? { baseUrl: ear, model: settings.SPEECH_TO_TEXT_MODEL, apiKey: settings.SPEECH_TO_TEXT_API_KEY ?? null }
      : null,
    toSpeech: mouth
      ? { baseUrl: mouth, model: settings.TEXT_TO_SPEECH_MODEL, apiKey: settings.TEXT_TO_SPEECH_API_KEY ?? null }
      : null,
    voice: settings.TEXT_TO_SPEECH_VOICE ?? null,
    path,
  };
}
