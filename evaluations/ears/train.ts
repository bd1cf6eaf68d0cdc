/** `node evaluations/ears/train.ts [--check]`: teaches the second ear and writes its weights; prints what it would catch of what it was not taught. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ear, earOf } from '../../bot/understand/ear.ts';
import { earFeatures } from '../../bot/understand/ear-features.ts';
import { personRequestIn } from '../../bot/understand/person-request.ts';
import { wordingOf } from '../../bot/understand/wording.ts';
import { learn } from './learn.ts';
import { type EarExample, handOffExamples, silentExamples, writtenExamples } from './read-examples.ts';

const classes = ['none', 'asked', 'complaint', 'denounce', 'distress'];
const file = join(import.meta.dirname, '../../bot/understand/ear-weights.json');
/** In tenths: a feature that says less for every class is left out. */
const leastWeight = 7;
const shared = join(import.meta.dirname, '../../../shared/data/questions');
const withoutMarks = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

interface Prepared extends EarExample {
  readonly features: readonly (readonly string[])[];
  readonly rule: boolean;
}

const prepared = (one: EarExample): Prepared => ({
  ...one,
  features: [one.text, withoutMarks(one.text)].map((text) => [...earFeatures(wordingOf(text))]),
  rule: personRequestIn(wordingOf(one.text)) !== null,
});

function teach(examples: readonly Prepared[]): Ear {
  const taught = examples.flatMap(({ features, kind }) =>
    features.map((one) => ({ label: kind === 'harm' ? 'distress' : kind, features: one })),
  );
  const { weights } = learn(taught, classes);
  const told = [...weights].map(([name, row]) => [name, row.map((one) => Math.round(one * 10))] as const);
  return {
    classes,
    weights: Object.fromEntries(told.filter(([, row]) => row.some((one) => Math.abs(one) >= leastWeight))),
  };
}

interface Judged extends Prepared {
  readonly chance: number;
}

const judged = (ear: Ear, some: readonly Prepared[]): Judged[] => {
  const listener = earOf(ear);
  return some.map((one) => ({ ...one, chance: listener(new Set(one.features[0])).chance }));
};

const print = (text: string) => process.stdout.write(`${text}\n`);
/** A feature a line, as the formatter has it. */
function written({ classes: names, weights }: Ear): string {
  const lines = Object.entries(weights).map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(', ')}]`);
  return `{\n  "classes": ${JSON.stringify(names).replaceAll(',', ', ')},\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`;
}

const isWanted = ({ kind }: EarExample) => kind !== 'none';

/** What is caught from a chance on, together with the rules. */
function printTable(all: readonly Judged[]): void {
  const share = (some: readonly Judged[], from: number) =>
    `${some.filter(({ chance, rule }) => rule || chance >= from).length}/${some.length}`;
  for (const from of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    print(
      `from ${from}: wanted ${share(all.filter(isWanted), from)}, not wanted ${share(
        all.filter((one) => !isWanted(one)),
        from,
      )}`,
    );
    const rows = [...Map.groupBy(all, ({ batch }) => batch)].map(
      ([batch, some]) =>
        `${batch} ${share(some.filter(isWanted), from)} ${share(
          some.filter((one) => !isWanted(one)),
          from,
        )}`,
    );
    print(`   ${rows.join('; ')}`);
  }
}

/** Five folds by batch: each is judged by an ear that never met it. The shared sets are taught to none. */
function crossCheck(examples: readonly Prepared[], ear: Ear): void {
  const batches = [...new Set(examples.map(({ batch }) => batch))];
  const foldOf = (batch: string) => batches.indexOf(batch) % 5;
  const unmet = [0, 1, 2, 3, 4].flatMap((fold) =>
    judged(
      teach(examples.filter(({ batch }) => foldOf(batch) !== fold)),
      examples.filter(({ batch }) => foldOf(batch) === fold),
    ),
  );
  const theirs = silentExamples(shared).map((one) => prepared({ ...one, batch: `shared ${one.batch}` }));
  const all = [...unmet, ...judged(ear, theirs)];
  printTable(all);
  for (const { text, chance, batch } of all.filter((one) => !isWanted(one) && one.chance >= 0.5))
    print(`caught for nothing ${chance.toFixed(2)} ${batch}: ${text.slice(0, 160)}`);
  for (const { text, chance, batch } of all.filter((one) => isWanted(one) && !one.rule && one.chance < 0.7))
    print(`not heard ${chance.toFixed(2)} ${batch}: ${text.slice(0, 160)}`);
}

const examples = [...writtenExamples(), ...silentExamples(), ...handOffExamples()].map(prepared);
const ear = teach(examples);
writeFileSync(file, written(ear));
print(`${examples.length} examples, ${Object.keys(ear.weights).length} features`);
if (process.argv.includes('--check')) crossCheck(examples, ear);
