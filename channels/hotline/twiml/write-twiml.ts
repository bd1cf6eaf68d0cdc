/** An action of the dialogue as TwiML. Every text is escaped; silence comes back as a turn. */
import type { Utterance } from '../../speech/speak-answer.ts';
import type { CallAction } from '../call.ts';

export interface TwimlOptions {
  /** As the provider names it: `Google.vi-VN-Wavenet-A`. */
  readonly voice: string;
  readonly path: string;
  readonly turn: number;
  readonly ownNumber: string | null;
}

const language = 'vi-VN';
const endOfSpeech = 'auto';

export function writeTwiml(action: CallAction, options: TwimlOptions): string {
  return `<?xml version="1.0" encoding="UTF-8"?><Response>${bodyOf(action, options)}</Response>`;
}

function bodyOf(action: CallAction, { voice, path, turn, ownNumber }: TwimlOptions): string {
  const say = sayElement(action.say, voice, action.rate);
  if (action.do === 'hang-up') return `${say}${element('Hangup')}`;
  if (action.do === 'transfer') {
    const number = action.to.startsWith('sip:')
      ? element('Sip', { url: `${path}/whisper` }, escaped(action.to))
      : element('Number', { url: `${path}/whisper` }, escaped(action.to));
    const dial = {
      action: `${path}/transfer-result?t=${turn + 1}`,
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
    action: `${path}/turn?t=${turn + 1}`,
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
