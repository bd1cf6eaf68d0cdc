/** Opens the telephone as the settings say: its lines, its providers, and the officers behind it. */
import type { Router } from 'express';
import {
  type Assistant,
  makeSendChecklist,
  openChecklistDesk,
  openWorkingTimes,
  type PhoneDesk,
} from '../bot/index.ts';
import type { Store } from '../bot/store/index.ts';
import {
  countCalls,
  type HotlineProvider,
  jambonzProvider,
  type Line,
  openHotline,
  openStringee,
  phoneOf,
  type SpeechToText,
  twimlProvider,
} from '../channels/index.ts';
import { type Config, hotlineAccounts, stringeeAccount } from '../config.ts';
import { fullName } from '../knowledge/index.ts';
import type { LiveParts } from './live-parts.ts';
import { loadLines, type WrittenLine } from './load-lines.ts';

export interface HotlineSurroundings {
  readonly config: Config;
  readonly store: Store;
  readonly live: LiveParts;
  readonly assistant: Assistant;
  readonly desk: PhoneDesk;
  readonly switches: { offNow(what: 'bot' | 'hotline', unit: string | null, at: Date): unknown };
  /** Hears what is recorded; `null`: nothing does. */
  readonly listen: SpeechToText | null;
  /** Channels that something is sent on: a list may go there. */
  readonly sentOn: readonly string[];
  readonly onError: (error: unknown) => void;
}

/** No provider, no door. @throws {KnowledgeFileError} for a file of lines that is broken. */
export function openServedHotline(surroundings: HotlineSurroundings): readonly Router[] {
  const { config, store, live, assistant, desk, switches, onError } = surroundings;
  const providers = providersOf(surroundings);
  if (providers.length === 0) return [];
  const checklists = openChecklistDesk({ store });
  const lines = loadLines(config.HOTLINE_LINES);
  refuseUnknownUnits(lines, live);
  const { routes } = openHotline({
    store,
    providers,
    assistant,
    desk,
    speak: live.parts.speak,
    lineOf: lineOf(lines, live),
    hints: mostAsked,
    leaveChecklist: async ({ code: procedure, unit, at }) =>
      (await checklists.leave({ procedure, unit, locale: 'vi', at })).digits,
    sendChecklist: makeSendChecklist({
      store,
      speak: live.parts.speak,
      tools: () => live.parts.tools,
      channels: surroundings.sentOn,
    }),
    isOff: (unit, at) => [switches.offNow('bot', unit, at), switches.offNow('hotline', unit, at)].some(Boolean),
    limits: {
      perNumber: countCalls('hotline-number', config.CALLS_PER_NUMBER),
      perLine: countCalls('hotline-line', config.CALLS_PER_LINE),
    },
    onError,
  });
  return routes;
}

type Ear = Pick<HotlineSurroundings, 'config' | 'listen' | 'onError'>;

export function providersOf({ config, listen, onError }: Ear): readonly HotlineProvider[] {
  const { jambonz, twiml } = hotlineAccounts(config);
  const stringee = stringeeAccount(config);
  return [
    ...(jambonz ? [{ provider: jambonzProvider(jambonz), secret: jambonz.secret }] : []),
    ...(twiml ? [{ provider: twimlProvider(twiml), secret: twiml.token }] : []),
    ...(stringee
      ? [{ provider: openStringee(stringee, { listen, hints: mostAsked, onError }), secret: stringee.secret }]
      : []),
  ];
}

/** Words a recogniser would otherwise take for others. */
const mostAsked = [
  'khai sinh',
  'khai tử',
  'kết hôn',
  'tạm trú',
  'thường trú',
  'căn cước',
  'chứng thực',
  'sao y',
  'trích lục',
  'hộ nghèo',
  'bảo hiểm y tế',
  'hồ sơ',
  'lệ phí',
  'gặp cán bộ',
  'nói lại',
  'nói chậm',
];

/** A number that stands in no file is the installation's own, and nobody is put through from it. */
function lineOf(lines: readonly WrittenLine[], live: LiveParts): (to: string) => Line {
  const byNumber = new Map(lines.map((line) => [line.number, line]));
  const only = lines.length === 1 ? lines[0] : undefined;
  return (to) => {
    const { unit = null, name = null, officers = null } = byNumber.get(phoneOf(to) ?? to) ?? only ?? {};
    const { tools, places } = live.parts;
    const code = unit ?? tools.units.of(null).code;
    const commune = code ? places.commune(code) : null;
    const at = (moment: Date) => openWorkingTimes(tools.units, tools.calendar).of(unit, moment);
    return {
      unit,
      name: name ?? (commune ? inSentence(fullName(commune)) : null),
      officers,
      isOpen: (moment) => at(moment).isOpen,
      opensAt: (moment) => at(moment).opensAt,
    };
  };
}

/** "Phường Hòa Bình" in the middle of a sentence. */
const inSentence = (name: string): string => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

class HotlineLineError extends Error {
  readonly code = 'hotline-line';
}

function refuseUnknownUnits(lines: readonly WrittenLine[], { parts: { places } }: LiveParts): void {
  const unknown = lines.filter(({ unit }) => unit !== null && !places.commune(unit)).map(({ unit }) => unit);
  if (unknown.length === 0) return;
  throw new HotlineLineError(
    `HOTLINE_LINES names ${unknown.join(', ')}, and no commune of today has this code. Correct the file and start again.`,
  );
}
