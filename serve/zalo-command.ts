/** `npm run zalo -- doctor | set-webhook | refresh | send-test | diagnose-signature | record`: for the person who connects Zalo. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  checkRecording,
  diagnoseSignature,
  examineZalo,
  openZalo,
  recordZalo,
  type Zalo,
  zaloDoors,
} from '../channels/index.ts';
import { type Config, SettingError, secretKey, zaloAccounts } from '../config.ts';
import { type Command, withStore } from './command.ts';
import { openLog } from './open-log.ts';

const usage = `npm run zalo -- doctor
npm run zalo -- set-webhook                          the bot’s; an OA’s is set in its console
npm run zalo -- refresh [--code CODE]                a new access token now
npm run zalo -- send-test --to ID [--on bot|oa] [--text "…"]
npm run zalo -- diagnose-signature --body FILE --header "mac=…"
npm run zalo -- record --out FILE [--minutes 10]     what really comes, masked and signed; instead of the server
npm run zalo -- record --check FILE`;

interface Words {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly config: Config;
  readonly say: (text: string) => void;
}

/** @throws {SettingError} that says how to write the command. */
export const zaloCommand: Command = async ([verb = '', ...words], config) => {
  const string = { type: 'string' } as const;
  const options = {
    code: string,
    to: string,
    on: string,
    text: string,
    body: string,
    header: string,
    out: string,
    minutes: string,
    check: string,
  };
  const { values } = parseArgs({ args: [...words], options });
  const run = commands[verb];
  if (!run) throw new SettingError(usage);
  await run({ values, config, say: (text) => void process.stdout.write(`${text}\n`) });
};

const commands: Readonly<Record<string, (words: Words) => Promise<void>>> = {
  doctor: async ({ config, say }) =>
    withZalo(config, async (zalo) => {
      const findings = await examineZalo(zalo, config.PUBLIC_URL ?? null);
      for (const { isWell, what } of findings) say(`${isWell ? 'ok ' : 'BAD'} ${what}`);
      if (findings.some(({ isWell }) => !isWell)) process.exitCode = 1;
    }),
  'set-webhook': async ({ config, say }) => withZalo(config, (zalo) => setWebhook(zalo, config, say)),
  refresh: async ({ config, values, say }) =>
    withZalo(config, async ({ oa }) => {
      if (!oa)
        throw new SettingError(
          'No Official Account is set: ZALO_APP_ID, ZALO_OA_ID, ZALO_APP_SECRET, ZALO_OA_SECRET_KEY.',
        );
      const codeVerifier = zaloAccounts(config).oa?.codeVerifier ?? null;
      await oa.tokens.renewNow(values.code ? { code: values.code, codeVerifier } : undefined);
      say('A new access token is kept. The refresh token that was used is good for nothing any more.');
    }),
  'send-test': async ({ config, values, say }) => withZalo(config, (zalo) => sendTest(zalo, values, say)),
  async 'diagnose-signature'({ config, values, say }) {
    const { oa } = zaloAccounts(config);
    if (!oa || !values.body || !values.header) throw new SettingError(usage);
    for (const line of diagnoseSignature(readFileSync(values.body), values.header, oa)) say(line);
  },
  record: async (words) => record(words),
};

/** With the store, for the tokens of an OA lie there. */
async function withZalo(config: Config, work: (zalo: Zalo) => Promise<void>): Promise<void> {
  const log = openLog('warn');
  const onError = (err: unknown) => log.error({ err }, 'zalo');
  const toStderr = (text: string) => void process.stderr.write(`${text}\n`);
  await withStore(config, toStderr, (store) => work(openZalo({ ...zaloAccounts(config), store, log, onError })));
}

async function setWebhook({ bot, oa }: Zalo, config: Config, say: Words['say']): Promise<void> {
  const { PUBLIC_URL: publicUrl } = config;
  if (!publicUrl)
    throw new SettingError(
      'PUBLIC_URL is not set: Zalo must know where to deliver, such as https://hoi.phuong.example',
    );
  const secretToken = zaloAccounts(config).bot?.webhookSecret;
  if (bot && secretToken) {
    const { url, check } = await bot.client.setWebhook({ url: `${publicUrl}/zalo/bot`, secretToken });
    say(
      `The bot’s webhook is ${url}. Zalo tried it: ${check ? `${check.outcome} ${check.hint ?? ''}` : 'it says nothing of that'}`,
    );
  }
  if (oa) say(`Set the OA’s webhook in developers.zalo.me to ${publicUrl}/zalo/oa`);
}

async function sendTest(
  { bot, oa }: Zalo,
  { to, on = bot ? 'bot' : 'oa', text = 'Thử kết nối. Xin bỏ qua tin này.' }: Words['values'],
  say: Words['say'],
): Promise<void> {
  if (!to) throw new SettingError(usage);
  const sent =
    on === 'bot'
      ? await bot?.client.sendMessage({ chatId: to, text })
      : await oa?.client.sendText({ userId: to, text });
  if (!sent) throw new SettingError(`Zalo ${on} is off: see npm run zalo -- doctor`);
  say(`Zalo took it${sent.messageId ? ` as ${sent.messageId}` : ''}.`);
}

async function record({ values, config, say }: Words): Promise<void> {
  const key = secretKey(config);
  if (values.check) {
    const faults = checkRecording(readFileSync(values.check, 'utf8'), key);
    say(faults.length === 0 ? 'The recording is whole, and signed with the key of this program.' : faults.join('\n'));
    if (faults.length > 0) process.exitCode = 1;
    return;
  }
  if (!values.out) throw new SettingError(usage);
  const { server, end } = recordZalo({ ...zaloDoors(zaloAccounts(config)), file: values.out, port: config.PORT, key });
  const minutes = Number(values.minutes ?? 10);
  say(
    `For ${minutes} minutes, or until Ctrl-C, what Zalo delivers to port ${config.PORT} is written to ${values.out}, masked. Nobody is answered meanwhile.`,
  );
  const timer = setTimeout(() => void end(), minutes * 60_000);
  process.once('SIGINT', () => void end());
  await once(server, 'close');
  clearTimeout(timer);
  say(`${values.out} is closed and signed.`);
}
