/** Numbers of the ward's queue machine (máy lấy số), as the kiosk draws them: one port for whatever machine there is. */

export interface TicketWish {
  /** The counter as the ward's file names it: the machine knows it by its number, else by its name. */
  readonly counter: { readonly number: number | null; readonly name: string };
  /** The same wish always draws the same number. */
  readonly key: string;
  readonly signal: AbortSignal;
}

export interface DrawnTicket {
  /** As the board shows it: "A012". */
  readonly number: string;
  /** How many are before it; `null`: the machine does not say. */
  readonly waiting: number | null;
  /** Where it will be called to; `null`: the machine does not say. */
  readonly counter: string | null;
}

export interface QueueTickets {
  /** @throws {@link TicketError} */
  draw(wish: TicketWish): Promise<DrawnTicket>;
}

/** `no-queue`: this counter draws none, or none any more today. The others: the machine cannot be reached or understood. */
export type TicketFault = 'no-queue' | 'down' | 'slow' | 'garbage' | 'refused';

export class TicketError extends Error {
  override readonly name = 'TicketError';
  readonly code: TicketFault;

  constructor(code: TicketFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
