/** `npm run demo:queue [-- --port 4200 --key …]`: an invented queue machine for a kiosk. */
import { parseArgs } from 'node:util';
import { startQueue } from './start-queue.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4200' }, key: { type: 'string', default: 'a-key-for-trying-out' } },
});
const queue = await startQueue({ key: values.key, port: Number(values.port) });
process.stdout.write(`An invented queue machine with ${queue.counters.join(' and ')} is at ${queue.url}. Start the server with it:

  QUEUE_TICKETS_URL=${queue.url} QUEUE_TICKETS_KEY=${values.key} npm start

Ctrl-C ends it.
`);
const stop = () => void queue.close().finally(() => process.exit(0));
process.once('SIGINT', stop).once('SIGTERM', stop);
