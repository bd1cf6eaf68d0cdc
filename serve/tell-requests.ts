/** A line of the log for each call from outside. What monitors and pages fetch again and again is told at `debug` alone. */
import type { Logger } from 'pino';
import type { RequestLine } from '../channels/index.ts';
import type { Watch } from './open-watch.ts';

const quiet = new Set(['/health', '/healthz', '/readyz', '/metrics', '(file)']);

export const tellRequest =
  (log: Pick<Logger, 'info' | 'debug'>, { tally, isOpen }: Pick<Watch, 'tally' | 'isOpen'>) =>
  (line: RequestLine): void => {
    if (!isOpen()) return;
    tally.request(line);
    if (quiet.has(line.route) && line.status < 500) log.debug(line, 'request');
    else log.info(line, 'request');
  };
