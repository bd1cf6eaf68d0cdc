/** How much may be asked for, door by door: every limit of volume there is. docs/limits.md is made of this table. */

/** Whom a limit counts. */
export type Counted = 'address' | 'talk' | 'member' | 'device' | 'visit' | 'person' | 'number' | 'line';

export interface Limit {
  readonly door: 'web' | 'kiosk' | 'console' | 'zalo' | 'hotline';
  /** What is counted, as an operator would say it. */
  readonly what: string;
  readonly by: Counted;
  readonly most: number;
  readonly seconds: number;
  /** The setting that changes `most`. */
  readonly setting?: string;
}

const minute = 60;

export const allLimits = {
  'web-tokens': of('web', 'tokens of the chat', ['address', 30, minute], 'TOKENS_PER_MINUTE'),
  'web-sign-in': of('web', 'steps of a sign-in', ['address', 30, minute], 'TOKENS_PER_MINUTE'),
  'web-messages': of('web', 'messages and uploads in chats', ['address', 300, minute], 'MESSAGES_PER_MINUTE'),
  'web-messages-of-talk': of('web', 'messages and uploads in one chat', ['talk', 30, minute]),
  'web-typing-of-talk': of('web', 'signs of typing in one chat', ['talk', 60, minute]),
  'web-reads': of('web', 'readings of chats by GET', ['address', 1200, minute], 'READS_PER_MINUTE'),
  'web-reads-of-talk': of('web', 'readings of one chat by GET', ['talk', 120, minute]),
  'web-plain': of('web', 'questions on the plain page', ['address', 300, minute], 'MESSAGES_PER_MINUTE'),
  'web-plain-of-talk': of('web', 'questions of one browser on the plain page', ['talk', 30, minute]),
  'web-pages': of('web', 'pages with a talk, own data, figures', ['address', 600, minute], 'PAGES_PER_MINUTE'),
  'kiosk-keys': of('kiosk', 'keys tried to register a screen', ['address', 10, minute]),
  'kiosk-visits': of('kiosk', 'visits begun', ['device', 30, minute], 'TOKENS_PER_MINUTE'),
  'kiosk-lists': of('kiosk', 'lists to carry away', ['device', 20, minute]),
  'kiosk-list-pages': of('kiosk', 'lists opened', ['address', 120, minute]),
  'kiosk-tickets': of('kiosk', 'numbers drawn', ['device', 12, minute]),
  'kiosk-receipts': of('kiosk', 'receipts held up', ['visit', 6, minute]),
  'kiosk-reveals': of('kiosk', 'dossiers uncovered', ['visit', 40, minute]),
  'kiosk-heard': of('kiosk', 'sentences heard', ['device', 20, minute]),
  'kiosk-said': of('kiosk', 'sentences said', ['device', 60, minute]),
  'console-sign-in': of('console', 'requests to the sign-in pages', ['address', 60, minute]),
  'console-looks': of('console', 'readings', ['member', 600, minute]),
  'console-acts': of('console', 'changes', ['member', 120, minute]),
  'console-searches': of('console', 'searches', ['member', 60, minute]),
  'console-pictures': of('console', 'pictures sent', ['member', 20, minute]),
  'console-copilot': of('console', 'runs of the co-pilot', ['member', 6, minute]),
  'zalo-messages': of('zalo', 'messages that are answered', ['person', 20, minute], 'ZALO_MESSAGES_PER_MINUTE'),
  'hotline-number': of('hotline', 'calls begun', ['number', 10, minute], 'CALLS_PER_NUMBER'),
  'hotline-line': of('hotline', 'calls begun', ['line', 300, minute], 'CALLS_PER_LINE'),
} satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof allLimits;

/** Held at the same time, not counted by the minute. */
export const allPlaces = {
  'web-sockets': { what: 'sockets of chats', each: 20, eachSetting: 'SOCKETS_PER_ADDRESS', by: 'address' },
  'web-sockets-in-all': {
    what: 'sockets of chats, of everybody',
    each: 12_000,
    eachSetting: 'SOCKETS_IN_ALL',
    by: 'copy',
  },
  'console-streams': { what: 'live streams of the console', each: 6, eachSetting: null, by: 'member' },
} as const;

function of(
  door: Limit['door'],
  what: string,
  [by, most, seconds]: readonly [Counted, number, number],
  setting?: string,
): Limit {
  return { door, what, by, most, seconds, ...(setting ? { setting } : {}) };
}
