/** `npm run demo:zalo [-- --port 4200 --to http://127.0.0.1:3000]`: a simulated Zalo; what is typed is said by an invented citizen. */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { startZaloSimulator } from './start-zalo-simulator.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '4200' }, to: { type: 'string', default: 'http://127.0.0.1:3000' } },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);

const zalo = await startZaloSimulator({
  port: Number(values.port),
  onSent: ({ channel, text, body }) => {
    const buttons = JSON.stringify(body).match(/"title":"[^"]*"/g) ?? [];
    say(`\n[${channel}, simulated] ${text}${buttons.length > 0 ? `\n  ${buttons.join(' ')}` : ''}`);
  },
});
zalo.deliverTo(values.to);
const settings = Object.entries(zalo.settings).map(([name, value]) => `  ${name}='${value}' \\`);
say(`A simulated Zalo is at ${zalo.url}. It is not Zalo: nothing leaves this machine. Start the server against it:

${settings.join('\n')}
  npm start

Then type what a citizen says. \`bot: …\` says it to the bot instead of the Official Account; \`/follow\`, \`/sticker\`,
\`/image\`, \`/expire\` (the access token ends), \`/fault -32 5\` (the next five calls are refused so). Ctrl-C ends it.`);

const from = '246845883529197922';
const commands: Readonly<Record<string, (words: readonly string[]) => Promise<unknown> | unknown>> = {
  '/follow': () => zalo.follow(from),
  '/sticker': () =>
    zalo.toOa({ from, kind: 'sticker', message: { attachments: [{ type: 'sticker', payload: { id: '1' } }] } }),
  '/image': () =>
    zalo.toOa({
      from,
      kind: 'image',
      message: { attachments: [{ type: 'image', payload: { url: `${zalo.url}/simulator/none.jpg` } }] },
    }),
  '/expire': () => zalo.tokens.expire(),
  '/fault': ([code = '-32', times = '1']) =>
    zalo.faults.add({ on: 'any', times: Number(times), fault: { code: Number(code) } }),
};

const lines = createInterface({ input: process.stdin });
lines.once('close', () => void zalo.close());
for await (const line of lines) {
  const [word = '', ...words] = line.trim().split(/\s+/);
  const command = commands[word];
  const report = command
    ? await command(words)
    : line.startsWith('bot:')
      ? await zalo.toBot({ from: '6ede9afa66b88fe6d6a9', text: line.slice(4).trim() })
      : line.trim() && (await zalo.toOa({ from, text: line.trim() }));
  if (report && typeof report === 'object' && 'statuses' in report) say(`(webhook: ${report.statuses})`);
}
