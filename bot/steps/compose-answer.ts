/** Renders the answer from the fields of the guides and cards that were decided on. */
import { dayInVietnam, type Facet, type Guide, guideOn } from '../../knowledge/index.ts';
import type { Answer, Block, Option, Source, Status } from '../answer.ts';
import { type Entry, factsOf } from '../library.ts';
import { sayAskedDay } from '../say/asked-day-note.ts';
import { composeCard } from '../say/compose-card.ts';
import { composeGuide } from '../say/compose-guide.ts';
import { sayDeskOfCard } from '../say/local-place.ts';
import { deskSources, localSources, seatSources } from '../say/local-sources.ts';
import { sayMissingPapers } from '../say/missing-papers.ts';
import { asSentence, upperFirst } from '../say/money-and-time.ts';
import { sourceOf } from '../say/source-note.ts';
import type { Request, Step, Turn } from '../step.ts';
import type { Speech } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import { askedDay } from '../understand/asked-day.ts';
import { chipText } from '../understand/chip.ts';
import { papersAtHand } from '../understand/papers-at-hand.ts';
import { unitOf } from '../units/unit-of-turn.ts';

const chipFacets: readonly Facet[] = ['documents', 'fee', 'time', 'place', 'steps', 'conditions', 'overview'];
const mostChips = 4;
const mostVariants = 3;

export const composeAnswer = (tools: Tools): Step => ({
  name: 'compose-answer',
  run(turn) {
    const parts = turn.requests.flatMap((request) => {
      const entry = tools.library.find(request.code);
      return entry ? [withAskedDay(turn, entry, composePart(turn, request, entry, tools))] : [];
    });
    const first = parts[0];
    if (!first) throw new Error(`No guide or card for ${turn.requests.map(({ code }) => code).join(', ')}`);
    const lead: Block[] = [
      ...(turn.opening ? [{ kind: 'say' as const, text: turn.opening }] : []),
      ...(turn.suspect ? [{ kind: 'say' as const, text: turn.speech.say(`declined.${turn.suspect}`) }] : []),
      ...(parts.length > 1
        ? [{ kind: 'say' as const, text: turn.speech.say('several', { count: parts.length }) }]
        : []),
    ];
    const draft: Answer = {
      status: parts.some(({ status }) => status === 'answered') ? 'answered' : first.status,
      codes: parts.map(({ code }) => code),
      facet: first.facet,
      blocks: [...lead, ...parts.flatMap(({ blocks }) => blocks)],
      options: parts.length > 1 ? parts.map(({ option }) => option) : first.options,
      sources: parts.flatMap(({ sources }) => sources),
    };
    return { next: { ...turn, draft } };
  },
});

interface Part {
  readonly code: string;
  readonly status: Status;
  readonly facet: Facet;
  readonly blocks: readonly Block[];
  readonly sources: readonly Source[];
  readonly options: readonly Option[];
  readonly asked: readonly Facet[];
  /** The chip that opens this part alone. */
  readonly option: Option;
}

/** What is asked for another day is said right after the title, before any fact of today. */
function withAskedDay({ text, message, speech }: Turn, entry: Entry, part: Part): Part {
  const asked = askedDay(text, message.at);
  if (!asked) return part;
  const notes = sayAskedDay({ facts: factsOf(entry), facets: part.asked, asked, speech, at: message.at });
  const head = part.blocks.findIndex(({ kind }) => kind === 'title') + 1;
  return { ...part, blocks: part.blocks.toSpliced(head, 0, ...notes) };
}

function composePart(turn: Turn, request: Request, entry: Entry, tools: Tools): Part {
  const { speech, message, question } = turn;
  const facts = factsOf(entry);
  const facets = request.facets;
  const common = {
    code: entry.id,
    facet: facets[0] ?? ('overview' as const),
    asked: facets,
    option: { code: entry.id, text: upperFirst(facts.plainTitle), send: facts.plainTitle },
    sources: (facets.length > 0 ? facets : (['overview'] as const)).map((facet) => sourceOf(facts, facet)),
  };
  if (entry.kind === 'card') {
    const { card } = entry;
    const { status, blocks } = composeCard({ card, facets, speech, at: message.at });
    const unit = unitOf(turn, tools);
    const desk = sayDeskOfCard(card, {
      unit,
      unclear: turn.unit.unclear,
      calendar: tools.calendar,
      speech,
      at: message.at,
    });
    return {
      ...common,
      status,
      // Behind the title and the sentence that says where to go.
      blocks: blocks.toSpliced(2, 0, ...desk),
      sources: [...common.sources, ...(desk.length > 0 ? deskSources(unit, speech) : [])],
      options: variants(entry, tools),
    };
  }
  const today = dayInVietnam(message.at);
  const asked = askedDay(turn.text, message.at);
  const guide = guideOn(entry.guide, { from: asked?.from ?? today, to: asked?.to ?? today });
  const held = papersAtHand(question, guide.papers ?? []);
  if (held)
    return {
      ...common,
      facet: 'documents',
      status: 'answered',
      blocks: sayMissingPapers(guide, held, speech, message.at),
      options: chips(turn, entry, facets),
    };
  const otherLevel = !guide.levels.includes('commune');
  const { at } = message;
  const unit = unitOf(turn, tools);
  const { calendar } = tools;
  const where = { unit, unclear: turn.unit.unclear, calendar };
  const blocks = composeGuide({ guide, question, facets, speech, relevance: tools.relevance, at, ...where });
  const seats = facets.includes('place') ? seatSources(unit, tools.places) : [];
  return {
    ...common,
    sources: [...common.sources, ...localSources(guide, facets, { unit, at }, speech), ...seats],
    status: otherLevel ? 'declined-other-level' : 'answered',
    blocks: otherLevel ? [...blocks.slice(0, 1), sayOtherLevel(guide, speech), ...blocks.slice(1)] : blocks,
    options: [...chips(turn, entry, facets), ...variants(entry, tools)],
  };
}

/** No ward handles it: said before anything of it, with who does. */
function sayOtherLevel({ receivedBy, decidedBy }: Guide, speech: Speech): Block {
  const where = receivedBy
    ? speech.say('place.receivedBy', { desk: asSentence(receivedBy) })
    : decidedBy
      ? speech.say('place.decidedBy', { desk: asSentence(decidedBy) })
      : speech.say('elsewhere.unnamed');
  return { kind: 'say', text: speech.say('other-level', { where }) };
}

/** The facets not asked yet, the whole last. */
function chips({ speech }: Turn, entry: Entry, asked: readonly Facet[]): Option[] {
  const title = factsOf(entry).plainTitle;
  const rest = chipFacets.filter((facet) => !asked.includes(facet));
  const shown = [
    ...rest.filter((facet) => facet !== 'overview').slice(0, mostChips - 1),
    ...rest.filter((facet) => facet === 'overview'),
  ];
  return shown.map((facet) => ({ facet, text: speech.say(`facet.${facet}`), send: chipText(speech, facet, title) }));
}

/** Siblings, where the form answered is the plain one: "dạng khác". */
function variants(entry: Entry, { library }: Tools): Option[] {
  return library
    .family(factsOf(entry).family ?? '')
    .filter(({ id }) => id !== entry.id)
    .slice(0, mostVariants)
    .map((sibling) => ({
      code: sibling.id,
      text: upperFirst(factsOf(sibling).plainTitle),
      send: factsOf(sibling).plainTitle,
    }));
}
