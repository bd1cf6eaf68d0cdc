/**
 * `npm run phone-gateway [-- --address 192.168.1.5 --allow 192.168.1.10 --trunk 192.168.1.10:5060]`: takes telephone
 * calls by SIP and does with them what the hotline's hooks say. See docs/how-to/try-a-real-call.md.
 */
import { lookup } from 'node:dns/promises';
import { openSpeech } from '../../channels/speech/open-speech.ts';
import { usualVoice } from './media/voice-activity.ts';
import { type GatewaySettings, readSettings, SettingsError } from './settings.ts';
import { type Gateway, type GatewayOptions, startGateway } from './start-gateway.ts';

const say = (text: string) => void process.stdout.write(`${text}\n`);
const complain = (text: string) => void process.stderr.write(`${text}\n`);

async function optionsOf(settings: GatewaySettings, environment: NodeJS.ProcessEnv): Promise<GatewayOptions> {
  const { listen, voice } = openSpeech({
    toText: serverOf(settings, 'SPEECH_TO_TEXT'),
    toSpeech: serverOf(settings, 'TEXT_TO_SPEECH'),
    voice: settings.TEXT_TO_SPEECH_VOICE ?? null,
    path: environment.PATH ?? '',
  });
  if (!listen) say('Nobody hears: set SPEECH_TO_TEXT_URL. Until then callers press keys.');
  if (!voice) say('Nobody speaks: set TEXT_TO_SPEECH_URL, or install espeak-ng. Until then callers hear nothing.');
  const { PHONE_GATEWAY_TRUNK: trunk } = settings;
  if (!trunk) say('Nobody can be put through: set PHONE_GATEWAY_TRUNK to the exchange that rings the officers.');
  return {
    address: settings.PHONE_GATEWAY_ADDRESS,
    port: settings.PHONE_GATEWAY_PORT,
    publicAddress: settings.PHONE_GATEWAY_PUBLIC_ADDRESS ?? null,
    sound: settings.PHONE_GATEWAY_SOUND_PORTS,
    allowed: settings.PHONE_GATEWAY_ALLOW ?? null,
    trunk: trunk ? { ...trunk, address: (await lookup(trunk.address)).address } : null,
    mostCalls: settings.PHONE_GATEWAY_CALLS,
    hooks: { base: settings.PHONE_GATEWAY_APP, secret: settings.JAMBONZ_WEBHOOK_SECRET, timeoutMs: 10_000 },
    application: {
      callHook: settings.PHONE_GATEWAY_CALL_HOOK,
      statusHook: settings.PHONE_GATEWAY_STATUS_HOOK,
      longestCall: settings.PHONE_GATEWAY_LONGEST_CALL,
      longestNothing: 30,
    },
    calls: {
      voice: { ...usualVoice, loudness: settings.PHONE_GATEWAY_LOUDNESS, stopMs: settings.PHONE_GATEWAY_STOP_MS },
      bargeInBy: settings.PHONE_GATEWAY_BARGE_IN,
    },
    listen,
    voice,
    onError: (error) => complain(error instanceof Error ? `${error.name}: ${error.message}` : String(error)),
  };
}

function serverOf(settings: GatewaySettings, kind: 'SPEECH_TO_TEXT' | 'TEXT_TO_SPEECH') {
  const baseUrl = settings[`${kind}_URL`];
  return baseUrl ? { baseUrl, model: settings[`${kind}_MODEL`], apiKey: settings[`${kind}_API_KEY`] ?? null } : null;
}

function stopOnSignal(gateway: Gateway): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return process.exit(1);
      stopping = true;
      say('Saying goodbye to the calls.');
      void gateway.stop().then(() => process.exit(0));
    });
}

const hints: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the SIP port is in use: choose another with --port',
  EADDRNOTAVAIL: 'this machine has no such address: choose one of its own with --address',
  EACCES: 'ports below 1024 need rights: choose another with --port',
  ENOTFOUND: 'the name of the trunk is unknown: give its IP address with --trunk',
};

async function main(): Promise<void> {
  try {
    const options = await optionsOf(readSettings(process.argv.slice(2), process.env), process.env);
    const gateway = await startGateway(options);
    say(`Calls: sip:${gateway.at.address}:${gateway.at.port}, at most ${options.mostCalls} at once.`);
    say(`Hooks: ${new URL(options.application.callHook, options.hooks.base)}`);
    stopOnSignal(gateway);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    complain(error instanceof SettingsError ? error.message : `The gateway cannot start: ${hints[code] ?? error}`);
    process.exitCode = 1;
  }
}

await main();
