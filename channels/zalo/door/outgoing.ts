/** One message as it leaves for Zalo, whichever platform carries it: also what a part in the outbox holds. */
import { z } from 'zod';

const choice = z.union([
  /** A tap says `say` in the citizen's name. */
  z.object({ title: z.string(), say: z.string() }),
  z.object({ title: z.string(), url: z.string() }),
  /** Digits with the country code. */
  z.object({ title: z.string(), phone: z.string() }),
]);

const picture = z.union([
  /** A QR code of this text, drawn when it is sent. */
  z.object({ qr: z.string() }),
  /** A picture that an officer sent, by its id. */
  z.object({ id: z.string() }),
]);

export const outgoingSchema = z.object({
  text: z.string(),
  /** Real buttons, where the platform has them; empty elsewhere. */
  buttons: z.array(choice),
  picture: picture.nullable(),
});
export type Outgoing = z.infer<typeof outgoingSchema>;
export type Choice = z.infer<typeof choice>;
export type OutgoingPicture = z.infer<typeof picture>;

export const plainMessage = (text: string): Outgoing => ({ text, buttons: [], picture: null });
