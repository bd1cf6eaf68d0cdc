/** An action of the dialogue as TwiML. Every text is escaped; silence comes back as a turn. */
import type { Utterance } from '../../speech/speak-answer.ts';
import type { CallAction } from '../call.ts';
import type { WriteOptions } from '../provider.ts';

export interface TwimlWriteOptions extends WriteOptions {
  /** As the provider names it: `Google.vi-VN-Wavenet-A`. */
  readonly voice: string;
}

const language = 'vi-VN';
const whisperPath = '/hotline/twiml/whisper';
const endOfSpeech = 'auto';

export function writeTwiml(action: CallAction, options: TwimlWriteOptions): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${bodyOf(action, options)}</Response>`;
}

function bodyOf(action: CallAction, { voice, address, ownNumber }: TwimlWriteOptions): string {
  const say = sayElement(action.say, voice, action.rate);
  if (action.do === 'hang-up') return `${say}${element('Hangup')}`;
  if (action.do === 'transfer') {
    const number = action.to.startsWith('sip:')
      ? element('Sip', { url: whisperPath }, escaped(action.to))
      : element('Number', { url: whisperPath }, escaped(action.to));
    const dial = {
      action: address('transfer-result'),
      method: 'POST',
      timeout: action.ringSeconds,
      answerOnBridge: 'true',
      ...(ownNumber ? { callerId: ownNumber } : {}),
    };
    return `${say}${element('Dial', dial, number)}`;
  }
  const many = action.maxDigits > 1;
  const input = action.expect.map((kind) => (kind === 'digits' ? 'dtmf' : 'speech')).join(' ');
  const gather = {
    input,
    action: address('turn'),
    method: 'POST',
    language,
    speechTimeout: endOfSpeech,
    timeout: action.timeoutSeconds,
    ...(many ? { finishOnKey: '#' } : { numDigits: 1, finishOnKey: '' }),
    bargeIn: 'true',
    actionOnEmptyResult: 'true',
    profanityFilter: 'false',
    hints: action.hints.join(', '),
  };
  return element('Gather', gather, say);
}

/** What the officer hears before he is connected. */
export const whisperTwiml = (say: readonly Utterance[], voice: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Response>${sayElement(say, voice, 'normal')}</Response>`;

function sayElement(say: readonly Utterance[], voice: string, rate: CallAction['rate']): string {
  if (say.length === 0) return '';
  const text = escaped(say.map((one) => one.text).join(' '));
  return element('Say', { language, voice }, rate === 'slow' ? element('prosody', { rate: '80%' }, text) : text);
}

function element(name: string, attributes: Readonly<Record<string, string | number>> = {}, content = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join('')}>${content}</${name}>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
