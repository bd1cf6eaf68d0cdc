/** What the conversation remembers after a turn. */
import type { Answer } from './answer.ts';
import type { Memory } from './memory.ts';
import type { Turn } from './step.ts';

const mostTopics = 10;
const misses = new Set(['declined-absent', 'declined-out-of-scope', 'failed']);
const aboutProcedure = new Set(['answered', 'partial', 'declined-other-level', 'dossier']);

export function rememberTurn(turn: Turn, answer: Answer): Memory {
  const before = turn.memory;
  const talkedOf = aboutProcedure.has(answer.status) ? answer.codes : [];
  const choices = answer.options.filter((option) => option.code !== undefined);
  return {
    opened: true,
    callsSelf: before.callsSelf,
    topics: [...new Set([...talkedOf, ...before.topics])].slice(0, mostTopics),
    options: answer.status === 'clarify' ? [...answer.options] : stillOpen(before, answer) ? before.options : choices,
    lastStatus: answer.status,
    lastFacet: answer.facet ?? before.lastFacet,
    misses: misses.has(answer.status) ? before.misses + 1 : answer.status === 'smalltalk' ? before.misses : 0,
    emergency: answer.status === 'emergency' ? (emergencyNumber(answer) ?? before.emergency) : null,
    asks: answer.asks ?? null,
    places: [...(answer.places ?? [])],
    dossier: answer.dossiers ? answer.dossiers.current : before.dossier,
    dossiers: [...(answer.dossiers?.offered ?? before.dossiers)],
    handOff: answer.handOff === undefined ? before.handOff : answer.handOff,
    unit: turn.unit.said ?? before.unit,
    banner: before.banner,
  };
}

/**
 * A list that was offered stays open while the talk is about one of its entries ("còn cái thứ ba?"), and while nothing
 * else is offered; chips of facets are no list.
 */
const stillOpen = (before: Memory, answer: Answer): boolean =>
  before.options.some((option) => option.code !== undefined && answer.codes.includes(option.code)) ||
  answer.options.every((option) => option.code === undefined);

const emergencyNumber = (answer: Answer) =>
  answer.options.map((option) => /^tel:(\d{3})$/.exec(option.send)?.[1]).find(Boolean) ?? null;
