/** Opens the shipped knowledge for judging: which codes are full guides, and what an answer may state. */
import { join } from 'node:path';
import { type Desk, hoursText, loadDesk } from '../bot/desk.ts';
import { openLibrary } from '../bot/library.ts';
import { loadCalendar, loadKnowledge, loadPlaces, loadWithImported } from '../knowledge/index.ts';
import { calendarFactsFinder } from './score/calendar-facts.ts';
import { inventedFinder } from './score/invented-facts.ts';
import { placeFactsFinder } from './score/place-facts.ts';
import type { Knowing } from './score/question-set.ts';

const project = join(import.meta.dirname, '..');

/** Beside the cited records any answer may quote the official channels and the ward's own desk, where `unitFile` is. */
export function openKnowing({
  folder = join(project, 'knowledge'),
  unitFile = join(project, 'unit.yaml'),
  importedFolder,
}: {
  readonly folder?: string;
  readonly unitFile?: string;
  /** Imported guides may be cited as well. */
  readonly importedFolder?: string;
} = {}): Knowing {
  const knowledge = importedFolder ? loadWithImported(folder, importedFolder) : loadKnowledge(folder);
  const library = openLibrary(knowledge);
  const desk = loadDesk(unitFile);
  const texts = [...knowledge.channels.map(({ value, name }) => `${value} ${name}`), ...(desk ? deskTexts(desk) : [])];
  const invented = inventedFinder({ library, texts });
  const placeFacts = placeFactsFinder(loadPlaces(join(folder, 'places')));
  const calendarFacts = calendarFactsFinder({ calendar: loadCalendar(join(folder, 'calendar')), library });
  return {
    isFullGuide: (code) => library.find(code)?.kind === 'guide',
    invented: (answer, also = []) => invented(answer, [...also, ...placeFacts(answer), ...calendarFacts(answer)]),
  };
}

const deskTexts = (desk: Desk): string[] => [desk.name, desk.address, desk.phone ?? '', hoursText(desk)];
