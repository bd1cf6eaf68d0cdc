/** What the simulated Zalo was given to send: the phone's screen of the invented citizens. */

export interface SentMessage {
  readonly channel: 'zalo-bot' | 'zalo-oa' | 'zalo-template';
  /** User id, chat id or phone number. */
  readonly to: string;
  readonly method: string;
  readonly text: string;
  /** The request's body as it came. */
  readonly body: unknown;
  readonly messageId: string;
  readonly at: Date;
}

export interface SentMessages {
  readonly all: readonly SentMessage[];
  add(message: Omit<SentMessage, 'messageId'>): SentMessage;
  to(recipient: string): readonly SentMessage[];
  /** Resolves when there are so many. */
  untilThereAre(count: number): Promise<readonly SentMessage[]>;
  clear(): void;
}

export function keepSentMessages(onSent: (message: SentMessage) => void = () => {}): SentMessages {
  let all: SentMessage[] = [];
  let watchers: { readonly count: number; readonly resolve: (all: readonly SentMessage[]) => void }[] = [];
  const tell = (): void => {
    for (const { count, resolve } of watchers) if (all.length >= count) resolve(all);
    watchers = watchers.filter(({ count }) => all.length < count);
  };
  let number = 0;
  return {
    get all() {
      return all;
    },
    add(message) {
      number += 1;
      const sent = { ...message, messageId: `sim${number.toString(16).padStart(17, '0')}` };
      all.push(sent);
      onSent(sent);
      tell();
      return sent;
    },
    to: (recipient) => all.filter(({ to }) => to === recipient),
    untilThereAre: (count) =>
      new Promise((resolve) => {
        watchers.push({ count, resolve });
        tell();
      }),
    clear() {
      all = [];
    },
  };
}
