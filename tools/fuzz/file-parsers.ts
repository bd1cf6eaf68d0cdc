/** What reads files and replies of other systems: dossiers, one-stop systems, models, office files, settings, backups, telephones. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDesk } from '../../bot/desk.ts';
import { readReply } from '../../bot/model/gate/read-reply.ts';
import { readPart } from '../../bot/store/backup/frames.ts';
import { openBackup } from '../../bot/store/backup/read-snapshot.ts';
import { readConfig } from '../../config.ts';
import { importedDossierSchema } from '../../knowledge/dossiers/dossier.ts';
import { readDossierFile } from '../../knowledge/dossiers/read-dossier-file.ts';
import { ownWire } from '../../knowledge/dossiers/remote/dossier-mapping.ts';
import { parseJson } from '../../knowledge/dossiers/remote/read-body.ts';
import { readPage } from '../../knowledge/dossiers/remote/read-page.ts';
import { usualLimits } from '../../knowledge/files/office-file.ts';
import { parseOfficeFile } from '../../knowledge/files/parse-office-file.ts';
import { readImportFile } from '../../knowledge/import/read-import-file.ts';
import { readCounters, readFields, readPhone } from '../../knowledge/local/setup/read-answers.ts';
import { readSeason, readSpans } from '../../knowledge/local/setup/read-hours.ts';
import { loadLines } from '../../serve/load-lines.ts';
import { readPacket } from '../phone-gateway/rtp/packet.ts';
import { readEvent } from '../phone-gateway/rtp/telephone-event.ts';
import { readMessage, userOf } from '../phone-gateway/sip/message.ts';
import { agreeOn } from '../phone-gateway/sip/negotiate.ts';
import { readSdp } from '../phone-gateway/sip/sdp.ts';
import { readVerbs } from '../phone-gateway/verbs/verb.ts';
import { bent, bentBytes, bentText, json, text } from './hostile.ts';
import { type Parser, parser } from './parser.ts';
import { docx, html, pdf, rtf, xlsx } from './sample-files.ts';

const dossier = {
  code: '000.00.12.H38-260915-0042',
  procedure: '1.001193',
  applicant: { name: 'Nguyễn Văn An', identityNumber: '010190000011', phone: '0900000011' },
  unit: '02728',
  desk: 'Hộ tịch',
  receivedAt: '2026-11-16T08:30:00+07:00',
  promisedAt: null,
  status: 'in-process',
  steps: [{ at: '2026-11-17T08:30:00+07:00', desk: 'Hộ tịch', what: 'Thẩm định' }],
  missing: [],
  fee: { dong: 8000, paid: true },
  updatedAt: '2026-11-19T16:00:00+07:00',
};
const csv = `code,procedure,applicant.name,unit,status,steps,updatedAt\n000.00.12.H38-260915-0042,1.001193,"Nguyễn Văn An",02728,in-process,"[]",2026-11-19T16:00:00+07:00\n`;
const desk =
  'name: Bộ phận Một cửa phường Hòa Bình\naddress: 12 đường Trần Phú\nphone: "02593822000"\nhours:\n  mon: [["07:30","11:30"],["13:30","17:00"]]\n';
const lines = 'lines:\n  - number: "02593822000"\n    unit: "02683"\n    officers: "sip:quay1@10.0.0.5"\n';
const sip =
  'INVITE sip:1022@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bKx;rport\r\nMax-Forwards: 70\r\nFrom: "Bà" <sip:0900000011@127.0.0.1>;tag=x\r\nTo: <sip:1022@127.0.0.1>\r\nCall-ID: x\r\nCSeq: 1 INVITE\r\nContact: <sip:0900000011@127.0.0.1:9>\r\nContent-Length: 0\r\n\r\n';
const sdp =
  'v=0\r\no=- 1 1 IN IP4 192.168.1.7\r\ns=-\r\nc=IN IP4 192.168.1.7\r\nt=0 0\r\nm=audio 10000 RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\na=sendrecv\r\n';
const rtp = Buffer.concat([Buffer.from('80000001000000a012345678', 'hex'), Buffer.alloc(160, 0xd5)]);
const backup =
  '{"format":"hoi-mot-cua-backup","version":1,"at":"2026-11-22T00:00:00.000Z","migrations":["001"]}\n{"table":"citizen","columns":["id"]}\n1\n\\.\n';
const settings = {
  PORT: '3000',
  PUBLIC_URL: 'https://hoi.example',
  TRUST_PROXY: '1',
  ALLOWED_ORIGINS: 'https://a.example',
  HOTLINE_LINES: 'hotline.yaml',
  ZALO_OA_SIGNATURE: 'all',
  STAFF_OIDC_ROLES: 'a=officer',
  STRINGEE_RECORDING_HOSTS: 'api.stringee.com',
  OIDC_ISSUER: 'https://id.example',
  SAMPLE_SIZE: '60',
};
const page = { dossiers: [dossier], cursor: 'c2', more: false };
const record = {
  id: '1.001193',
  code: '1.001193',
  title: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  level: 'commune',
  steps: ['Nộp hồ sơ'],
  papers: [],
  fees: [],
};

/** Runs on a file of this name that lasts for one case. */
const inFile = (name: string, read: (file: string) => unknown) => async (given: string | Uint8Array) => {
  const folder = mkdtempSync(join(tmpdir(), 'hmc-fuzz-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, given);
    return await read(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function all(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _row of rows) count += 1;
  return count;
}

const readDossiers = (name: string) =>
  inFile(name, async (file) => {
    for await (const row of readDossierFile(file)) if ('value' in row) importedDossierSchema.safeParse(row.value);
  });

const ofFiles = ['KnowledgeFileError'];
const office = (given: Buffer) => parseOfficeFile(given, usualLimits);

export const fileParsers: readonly Parser[] = [
  parser({
    name: 'dossiers as JSON lines',
    covers: ['knowledge/dossiers/read-dossier-file.ts'],
    share: 0.2,
    inputs: json(dossier),
    read: readDossiers('a.jsonl'),
  }),
  parser({
    name: 'dossiers as CSV',
    covers: ['knowledge/dossiers/read-dossier-file.ts'],
    share: 0.2,
    inputs: bentText(csv),
    read: readDossiers('a.csv'),
    refusals: ['CsvError'],
  }),
  parser({
    name: 'a dossier',
    covers: [],
    inputs: bent(dossier),
    read: (given) => importedDossierSchema.safeParse(given),
  }),
  parser({
    name: 'page of a one-stop system',
    covers: [
      'knowledge/dossiers/remote/read-page.ts',
      'knowledge/dossiers/remote/read-moment.ts',
      'knowledge/dossiers/remote/read-body.ts',
    ],
    inputs: json(page),
    refusals: ['SourceError'],
    read: (given) => readPage(parseJson(given), 'c1', ownWire),
  }),
  parser({
    name: 'reply of a model',
    covers: ['bot/model/gate/read-reply.ts'],
    inputs: json({
      choices: [{ message: { role: 'assistant', content: '{"text":"x"}' } }],
      usage: { total_tokens: 3 },
    }),
    read: (given) => readReply(new Response(given)),
    refusals: ['ModelError'],
  }),
  parser({
    name: 'office files',
    covers: [
      'knowledge/files/parse-office-file.ts',
      'knowledge/files/read-docx.ts',
      'knowledge/files/read-xlsx.ts',
      'knowledge/files/read-pdf.ts',
      'knowledge/files/read-html.ts',
      'knowledge/files/read-mhtml.ts',
      'knowledge/files/rtf/read-rtf.ts',
      'knowledge/files/read-text.ts',
      'knowledge/files/read-xml-title.ts',
    ],
    share: 0.05,
    inputs: bentBytes(docx, xlsx, pdf, html, rtf),
    refusals: ['ContentError', 'OfficeFileError'],
    read: office,
  }),
  parser({
    name: 'records of the portal',
    covers: [
      'knowledge/import/read-import-file.ts',
      'knowledge/import/read-record-lines.ts',
      'knowledge/import/read-lines.ts',
      'knowledge/import/clean-record.ts',
      'knowledge/records/parse-record.ts',
    ],
    share: 0.1,
    inputs: json(record),
    refusals: ['ImportError'],
    read: inFile('a.jsonl', (file) => all(readImportFile(file))),
  }),
  parser({
    name: 'unit.yaml',
    covers: ['knowledge/load-yaml.ts'],
    share: 0.3,
    inputs: bentText(desk),
    refusals: ofFiles,
    read: inFile('unit.yaml', loadDesk),
  }),
  parser({
    name: 'hotline.yaml',
    covers: ['serve/load-lines.ts'],
    share: 0.3,
    inputs: bentText(lines),
    refusals: ofFiles,
    read: inFile('hotline.yaml', loadLines),
  }),
  parser({
    name: 'settings',
    covers: [],
    share: 0.5,
    inputs: bent(settings),
    refusals: ['SettingError'],
    read: (given) => readConfig(environmentOf(given)),
  }),
  parser({
    name: 'answers of the set-up',
    covers: ['knowledge/local/setup/read-answers.ts', 'knowledge/local/setup/read-hours.ts'],
    inputs: text,
    read: (given) => [readPhone(given), readFields(given), readCounters(given), readSpans(given), readSeason(given)],
  }),
  parser({
    name: 'backup',
    covers: ['bot/store/backup/read-snapshot.ts'],
    inputs: bentText(backup),
    refusals: ['BackupError'],
    read: async (given) => {
      await openBackup(once(Buffer.from(given)));
      for (const line of given.split('\n')) refusing(line);
    },
  }),
  parser({
    name: 'sip',
    covers: ['tools/phone-gateway/sip/message.ts'],
    inputs: bentBytes(Buffer.from(sip)),
    read: (given) => {
      const message = readMessage(given);
      return message && userOf(message.headers.from);
    },
  }),
  parser({
    name: 'sdp',
    covers: ['tools/phone-gateway/sip/sdp.ts'],
    inputs: bentText(sdp),
    read: (given) => {
      const described = readSdp(given);
      return described && agreeOn(described, null);
    },
  }),
  parser({
    name: 'rtp',
    covers: ['tools/phone-gateway/rtp/packet.ts'],
    inputs: bentBytes(rtp),
    read: (given) => {
      const packet = readPacket(given);
      return packet && readEvent(packet.payload);
    },
  }),
  parser({
    name: 'verbs of a webhook',
    covers: ['tools/phone-gateway/verbs/verb.ts'],
    inputs: bent([
      { verb: 'gather', actionHook: '/x', input: ['speech'], timeout: 5, say: { text: 'Xin chào' } },
      { verb: 'hangup' },
    ]),
    refusals: ['VerbError'],
    read: readVerbs,
  }),
];

function refusing(line: string): void {
  try {
    readPart(line);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'BackupError')) throw error;
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const environmentOf = (given: unknown): NodeJS.ProcessEnv =>
  typeof given === 'object' && given !== null
    ? Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
      )
    : {};
