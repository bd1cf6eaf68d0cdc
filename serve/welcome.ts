/** What the program says when it is up: the addresses of its doors, and what is off for want of a setting. */
import type { Parts } from '../assemble.ts';
import { type Config, hotlineAccounts, modelOptions, stringeeAccount } from '../config.ts';
import { type ServedSpeech, speechLine } from './open-speech.ts';
import { zaloChannels } from './open-zalo.ts';

export interface Opened {
  readonly speech: ServedSpeech;
  /** As the server tells it. */
  readonly address: unknown;
}

export function welcome(config: Config, { tools }: Parts, { speech, address }: Opened): string {
  const port = typeof address === 'object' && address !== null && 'port' in address ? address.port : config.PORT;
  const { guides, entries } = tools.library;
  return [
    `Hỏi Một Cửa: ${guides.length} guides, ${entries.length - guides.length} cards.`,
    `  Web: http://localhost:${port}`,
    wireLine(config),
    deskLine(config, tools),
    config.OIDC_ISSUER
      ? `  Sign-in: by ${config.OIDC_ISSUER}, back to ${config.PUBLIC_URL}.`
      : '  Sign-in: off, set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL.',
    config.DOSSIER_SOURCE_URL
      ? `  Dossiers: followed from ${new URL(config.DOSSIER_SOURCE_URL).host}.`
      : '  Dossiers: no one-stop system is set, see docs/how-to/connect-a-one-stop-system.md.',
    zaloLine(config),
    modelLine(config),
    speechLine(speech),
    `  Console: http://localhost:${port}/console. The first admin: npm run staff -- first-admin "NAME" UNIT.`,
    hotlineLine(config),
    kioskLine(config, port),
  ].join('\n');
}

/** Where citizens' words go, if anywhere. */
function modelLine(config: Config): string {
  const options = modelOptions(config);
  if (!options) return '  Language model: off, see docs/how-to/use-a-language-model.md.';
  const { model, baseUrl, atHome, embeddings } = options;
  const where = atHome ? '' : ` outside of the house (${config.MODEL_ABROAD})`;
  return `  Language model: ${model} at ${new URL(baseUrl).host}${where}${embeddings ? `, embeddings by ${embeddings}` : ''}. Off at once: npm run switch -- off model --because "…".`;
}

/** Names the webhooks, by the paths that Zalo is to be told. */
function zaloLine(config: Config): string {
  const doors = [
    ...(zaloChannels(config).includes('zalo-oa') ? ['Official Account at /zalo/oa'] : []),
    ...(zaloChannels(config).includes('zalo-bot') ? ['bot at /zalo/bot'] : []),
  ];
  return doors.length > 0 ? `  Zalo: ${doors.join(', ')}.` : '  Zalo: off, see docs/how-to/connect-zalo.md.';
}

/** Names the hooks, by the paths that a provider is to be told. */
function hotlineLine(config: Config): string {
  const { jambonz, twiml } = hotlineAccounts(config);
  const doors = [
    ...(jambonz ? ['jambonz at /hotline/jambonz/call'] : []),
    ...(twiml ? ['TwiML at /hotline/twiml/call'] : []),
    ...(stringeeAccount(config) ? ['Stringee at /hotline/stringee/call (keys and transfers)'] : []),
  ];
  return doors.length > 0
    ? `  Hotline: ${doors.join(', ')}. Lines: ${config.HOTLINE_LINES}.`
    : '  Hotline: off, set JAMBONZ_WEBHOOK_SECRET; see docs/how-to/connect-the-hotline.md.';
}

const wireLine = ({ DIRECT_LINE_SECRET, ALLOWED_ORIGINS }: Config) =>
  [
    '  Direct Line: /v3/directline, described at /api/openapi.json.',
    DIRECT_LINE_SECRET ? '' : ' Tokens for other servers: off, set DIRECT_LINE_SECRET.',
    ALLOWED_ORIGINS.length > 0 ? ` Portals: ${ALLOWED_ORIGINS.join(', ')}.` : ' Embedding: off, set ALLOWED_ORIGINS.',
  ].join('');

function deskLine(config: Config, { units }: Parts['tools']): string {
  const own = units.of(null).desk;
  return own || units.communes > 0
    ? `  Desk: ${own?.name ?? 'by commune'}. Communes with a file: ${units.communes}.`
    : `  Desk: not set. Run \`npm run knowledge -- setup\`, or copy deploy/unit.example.yaml to ${config.unitFile}, so that answers can name the ward's address and hours.`;
}

/** Screens need no setting; what they can do beside depends on three. */
function kioskLine({ QUEUE_TICKETS_URL, PUBLIC_URL }: Config, port: unknown): string {
  const numbers = QUEUE_TICKETS_URL
    ? `Numbers are drawn at ${new URL(QUEUE_TICKETS_URL).host}.`
    : 'Numbers: off, set QUEUE_TICKETS_URL.';
  const lists = PUBLIC_URL ? '' : ' Lists without a QR code: set PUBLIC_URL.';
  return `  Kiosk: http://localhost:${port}/kiosk. Register a screen: npm run kiosk -- add --name "Sảnh". ${numbers}${lists}`;
}
