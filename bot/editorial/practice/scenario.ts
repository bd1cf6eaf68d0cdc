/** A simulated citizen: who he is, what he wants, how he takes what the officer says. Data files in `scenarios/`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { loadYaml } from '../../../knowledge/index.ts';
import { markNames } from './marks-of-words.ts';

const say = z.string().trim().min(1).max(600);
/** Ways of saying the same thing: one is drawn. */
const variants = z.array(say).min(1);
const mark = z.enum(markNames);
/** What he wants to hear: a fact of a record. */
const wanted = z.strictObject({
  code: z.string(),
  facet: z.enum(['fee', 'documents', 'time', 'place']),
  ask: variants,
  /** When he was not told. */
  again: variants,
  /** When he was. */
  glad: variants.optional(),
});

const badSchema = z.array(z.strictObject({ mark, because: say }));

export const scenarioSchema = z.strictObject({
  title: say,
  /** Told to the officer before he begins. */
  citizen: say,
  /** What is practised here. */
  about: say,
  opens: variants,
  /** A made-up filed case that the officer sees beside the talk. */
  dossier: z
    .strictObject({ code: say, procedure: z.string(), status: say, promised: say, waitsFor: say.nullable() })
    .nullable()
    .default(null),
  wants: z.array(wanted).default([]),
  /** The first that fits, each once: when the officer's words have this mark, or have not had it so far. */
  reacts: z
    .array(
      z.strictObject({
        when: mark.optional(),
        until: mark.optional(),
        after: z.number().int().min(1).default(1),
        say: variants,
      }),
    )
    .default([]),
  /** His last words when he has all he came for. */
  ends: variants,
  /** Marks that the talk should have, and should not. */
  good: z.array(z.strictObject({ mark, praise: say, missing: say })),
  bad: badSchema.default([]),
});
export type Scenario = z.infer<typeof scenarioSchema> & { readonly id: string };

const folder = join(import.meta.dirname, 'scenarios');

/** In the order of their names. @throws {KnowledgeFileError} when a file is broken. */
export const loadScenarios = (): readonly Scenario[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ id: name.replace(/\.yaml$/, ''), ...loadYaml(join(folder, name), scenarioSchema) }));

/** What is never good. @throws {KnowledgeFileError} */
export const loadNeverGood = (): Scenario['bad'] => loadYaml(join(import.meta.dirname, 'never-good.yaml'), badSchema);
