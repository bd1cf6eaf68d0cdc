/** Stringee as the settings say. */
import type { SpeechToText } from '../../speech/ports.ts';
import type { CallProvider } from '../provider.ts';
import { openStringeeApi, type StringeeApiOptions } from './call-api.ts';
import { type StringeeOptions, stringeeProvider } from './stringee-provider.ts';

export interface StringeeAccount extends Omit<StringeeOptions, 'words'> {
  /** `null`: callers press keys. */
  readonly words: StringeeApiOptions | null;
  readonly recordingHosts: readonly string[];
}

export interface StringeeEar {
  readonly listen: SpeechToText | null;
  readonly hints: readonly string[];
  readonly onError: (error: unknown) => void;
}

export function openStringee(account: StringeeAccount, { listen, hints, onError }: StringeeEar): CallProvider {
  const { words, recordingHosts: hosts, ...options } = account;
  if (words === null || listen === null) return stringeeProvider(options);
  return stringeeProvider({ ...options, words: { api: openStringeeApi(words), listen, hints, hosts, onError } });
}
