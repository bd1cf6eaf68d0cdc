/** Takes the program's own secrets out of whatever is printed: the last net, should one stand in an error of somebody's. */
import { type DestinationStream, pino } from 'pino';

const leastSigns = 8;

/** Of an address the password as well, as it is and as it is encoded. */
function partsOf(secret: string): readonly string[] {
  if (!URL.canParse(secret)) return [secret];
  const { password } = new URL(secret);
  return [secret, password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** In plain text and within JSON. Shorter ones than eight signs are left: they would be found in ordinary words. */
export function hideSecrets(secrets: readonly string[]): (text: string) => string {
  const parts = secrets.flatMap(partsOf).flatMap((one) => [one, JSON.stringify(one).slice(1, -1)]);
  const known = [...new Set(parts)].filter((one) => one.length >= leastSigns).toSorted((a, b) => b.length - a.length);
  if (known.length === 0) return (text) => text;
  const any = new RegExp(known.map(plain).join('|'), 'g');
  return (text) => text.replace(any, '[secret]');
}

const plain = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Standard output without them. */
export function hidingStream(
  secrets: readonly string[],
  out: DestinationStream = pino.destination(1),
): DestinationStream {
  const hide = hideSecrets(secrets);
  return { write: (line) => out.write(hide(line)) };
}
