/** How a one-time code reaches the phone on file: a Zalo template or an SMS of the province, behind one function. */

export interface CodeSender {
  /** For logs: never a number. */
  readonly name: string;
  /**
   * Sends the code. Called after the answer is decided and not waited for, so that whether there was anything to send
   * shows in no answer's time.
   *
   * @param phone as on file. @throws when it was not taken; the citizen asks for another.
   */
  send(phone: string, code: string): Promise<void>;
}

export interface SimulatedSender extends CodeSender {
  /** What it would have sent, latest last. */
  readonly sent: readonly { readonly phone: string; readonly code: string }[];
}

/** Sends nothing and keeps it: for tests and demonstrations, never where real people's dossiers are. */
export function simulateSender(): SimulatedSender {
  const sent: { phone: string; code: string }[] = [];
  return {
    name: 'simulator',
    sent,
    async send(phone, code) {
      sent.push({ phone, code });
    },
  };
}
