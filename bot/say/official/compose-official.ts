/** All an officer is shown of one procedure, and nothing that its record does not bear out. */
import { type Calendar, twoTiersSince } from '../../../knowledge/index.ts';
import type { Block } from '../../answer.ts';
import { supportedPart, unsupported } from '../../check/check-answer.ts';
import { factsIn, join } from '../../check/known-facts.ts';
import { type Entry, factsOf } from '../../library.ts';
import { localFacts } from '../local-sources.ts';
import { asSentence, plainDay } from '../money-and-time.ts';
import { cite } from './cite.ts';
import type { GuideView, OfficialSection, OfficialView, SectionKind } from './official-view.ts';
import { sayChanges } from './say-changes.ts';
import { sayCompetence, sayCompetenceOfCard } from './say-competence.ts';
import { sayAllCorrections } from './say-corrections.ts';
import { sayLaw } from './say-law.ts';
import { localFiles, sayLocalRules } from './say-local.ts';

/** One procedure as an officer sees it. */
export interface OfficialProcedure {
  /** Where no source gives a code: `null`. */
  readonly code: string | null;
  readonly title: string;
  readonly field: string;
  readonly url: string | null;
  readonly sections: readonly OfficialSection[];
  /** For copying. */
  readonly citation: string;
}

export function composeOfficial(entry: Entry, view: OfficialView, calendar: Calendar): OfficialProcedure {
  const facts = factsOf(entry);
  const parts = entry.kind === 'guide' ? ofGuide({ ...view, guide: entry.guide }, calendar) : ofCard(entry.card, view);
  const check = checkOf(entry, view, calendar);
  const citation = cite(facts, view.speech);
  return {
    code: facts.code,
    title: facts.title,
    field: facts.field,
    url: facts.source.url,
    sections: parts.flatMap(([kind, blocks]) => {
      const borneOut = blocks.flatMap((block) => check.block(block) ?? []);
      return borneOut.length > 0 ? [{ kind, title: titleOf(kind, view), blocks: borneOut }] : [];
    }),
    citation: check.text(citation) ? citation : facts.title,
  };
}

type Part = readonly [SectionKind, Block[]];

const ofGuide = (view: GuideView, calendar: Calendar): Part[] => [
  ['legal', sayLaw(view)],
  ['competence', sayCompetence(view)],
  ['steps', saySteps(view)],
  ['changes', sayChanges(view)],
  ['corrections', sayAllCorrections(view)],
  ['local', sayLocalRules(view, calendar)],
];

const ofCard = (card: Parameters<typeof sayCompetenceOfCard>[0], view: OfficialView): Part[] => [
  ['competence', [...sayCompetenceOfCard(card, view), { kind: 'note', text: view.speech.say('official.cardOnly') }]],
];

const saySteps = ({ guide: { steps }, speech }: GuideView): Block[] =>
  steps.length > 0
    ? [{ kind: 'list', label: null, items: steps.map(asSentence), ordered: true }]
    : [{ kind: 'say', text: speech.say('official.stepsUnknown') }];

const titleOf = (kind: SectionKind, { speech }: OfficialView): string =>
  speech.say(`official.title.${kind}`, { day: plainDay(twoTiersSince) });

/** The same check as before a citizen: every figure, code, law and link stands in the record or in the commune's own files. */
export function checkOf(entry: Entry, view: OfficialView, calendar: Calendar) {
  const guides = entry.kind === 'guide' ? [entry.guide] : [];
  const facts = join([
    factsIn(factsOf(entry)),
    factsIn(localFacts(guides, { ...view, calendar })),
    factsIn(localFiles(view)),
    factsIn(['180', plainDay(twoTiersSince)]),
  ]);
  return {
    block: (block: Block) => supportedPart(block, facts),
    text: (text: string) => unsupported(text, facts).length === 0,
  };
}
