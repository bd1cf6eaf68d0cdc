/** Says a banner first in a talk on a channel that shows none by itself: once for each banner. */
import type { TurnReport } from '../run-turn.ts';
import type { Switchboard } from './switchboard.ts';

/** The page of the web shows banners itself. A number to call in danger is never pushed down. */
export function tellBanner(report: TurnReport, board: Pick<Switchboard, 'bannerFor'> | null, at: Date): TurnReport {
  const { answer, memory, turn } = report;
  if (!board || turn.message.channel === 'web' || answer.status === 'emergency' || answer.blocks.length === 0)
    return report;
  const banner = board.bannerFor(turn.unit.code ?? memory.unit, at);
  if (!banner || memory.banner === banner.id) return report;
  const text = turn.speech.locale === 'en' ? banner.en : banner.vi;
  const block = { kind: banner.severity === 'notice' ? ('note' as const) : ('warning' as const), text };
  return {
    ...report,
    answer: { ...answer, blocks: [block, ...answer.blocks] },
    memory: { ...memory, banner: banner.id },
  };
}
