/** Loads every guide and card below a folder. The program does not start with a broken file. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Card, cardFileSchema, idOfCard } from './card.ts';
import { type Family, familiesSchema } from './family.ts';
import { type Guide, guideSchema } from './guide.ts';
import { type LifeEvent, lifeEventsSchema } from './life-event.ts';
import { KnowledgeFileError, loadYaml } from './load-yaml.ts';
import { type OfficialChannel, officialChannelsSchema } from './official-channel.ts';
import { type Law, lawsSchema, withLawDates } from './validity/law.ts';

export interface Knowledge {
  readonly guides: readonly Guide[];
  readonly cards: readonly Card[];
  readonly events: readonly LifeEvent[];
  readonly channels: readonly OfficialChannel[];
  /** Days in force of the texts that guides rest on; already filled in there. */
  readonly laws: readonly Law[];
  /** What tells siblings apart. */
  readonly families: readonly Family[];
}

/**
 * Reads `guides/<field>/*.yaml` (one guide a file) and `cards/**.yaml` (a list a file) below `folder`.
 * A full guide takes the place of the card of the same procedure.
 *
 * @throws {KnowledgeFileError} listing every problem of every file, not the first alone.
 */
export function loadKnowledge(folder: string): Knowledge {
  const knowledge = readKnowledge(folder);
  const full = new Set(knowledge.guides.map(({ code }) => code));
  return { ...knowledge, cards: knowledge.cards.filter(({ code }) => code === null || !full.has(code)) };
}

/** The same with the cards that a full guide has superseded: `knowledge lint` asks to delete them. */
export function readKnowledge(folder: string): Knowledge {
  const problems: string[] = [];
  const read = <T>(file: string, load: () => T): T[] => {
    try {
      return [load()];
    } catch (error) {
      if (error instanceof KnowledgeFileError) problems.push(...error.problems);
      else problems.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
      return [];
    }
  };
  const guides = yamlFiles(join(folder, 'guides')).flatMap((file) => read(file, () => loadYaml(file, guideSchema)));
  const cards = yamlFiles(join(folder, 'cards')).flatMap((file) =>
    read(file, () => loadYaml(file, cardFileSchema)).flat(),
  );
  const events = read('life-events.yaml', () => loadYaml(join(folder, 'life-events.yaml'), lifeEventsSchema)).flat();
  const channels = read('official-channels.yaml', () =>
    loadYaml(join(folder, 'official-channels.yaml'), officialChannelsSchema),
  ).flat();
  const optional = <T>(name: string, schema: z.ZodType<T[]>) =>
    existsSync(join(folder, name)) ? read(name, () => loadYaml(join(folder, name), schema)).flat() : [];
  const laws = optional('laws.yaml', lawsSchema);
  const families = optional('families.yaml', familiesSchema);
  problems.push(...sameCodes(guides), ...sameCodes(cards));
  if (problems.length > 0) throw new KnowledgeFileError(problems);
  const byNumber = new Map(laws.map((law) => [law.number, law]));
  return { guides: guides.map((guide) => withLawDates(guide, byNumber)), cards, events, channels, laws, families };
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** Two guides or two cards of one code would answer differently; cards without one are known by their name. */
function sameCodes(entries: readonly (Guide | Card)[]): string[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const id = idOfCard(entry);
    if (seen.has(id)) return [`${id} (${entry.title}) stands twice: keep one`];
    seen.add(id);
    return [];
  });
}
