/**
 * Dossiers at a screen in an office: covered until a finger asks for one, and then told by themselves. What is told here
 * goes to that one request: it stands in no answer, no transcript and no log, and nothing of it is spoken.
 */
import { workingDaysLate } from '../../knowledge/index.ts';
import type { Block } from '../answer.ts';
import { saidOn } from '../identity/spoken-rights.ts';
import { addAudit } from '../store/audit.ts';
import type { Challenge, Store } from '../store/index.ts';
import type { SpeechMaker } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import type { DossierReading } from './dossier-desk.ts';
import { sayDossier } from './say-dossier.ts';

export interface CoveredDossier {
  /** Opens it in this talk alone: another talk has no such dossier. */
  readonly ref: string;
  /** "Hồ sơ có đuôi mã 0042". */
  readonly title: string;
}

export interface CoveredDossiers {
  /** What the talk is asked for now: what is typed next is nobody's to read. `null`: nothing. */
  awaits(conversationId: string): Promise<Challenge['stage'] | null>;
  /** What the talk has proven; [] before, and once its visit is over. */
  list(conversationId: string): Promise<readonly CoveredDossier[]>;
  /** `null` where the talk has proven no such dossier, or its visit is over. */
  reveal(conversationId: string, ref: string, at: Date): Promise<readonly Block[] | null>;
}

export interface CoveredParts {
  readonly store: Pick<Store, 'findConversation' | 'readChallenge' | 'database'>;
  readonly speak: SpeechMaker;
  /** What serves now: asked for at each use. */
  readonly tools: () => Pick<Tools, 'dossiers' | 'library' | 'calendar'>;
}

const channel = 'kiosk';

export function openCoveredDossiers({ store, speak, tools }: CoveredParts): CoveredDossiers {
  const read = async (conversationId: string) => {
    const talk = await store.findConversation({ channel, externalId: conversationId });
    if (talk?.rung !== 'second-factor') return null;
    const { citizenId, rung, locale } = talk;
    const readings = (await tools().dossiers?.read({ citizenId, rung })) ?? [];
    const covered = readings.map((one): DossierReading => ({ ...one, dossier: saidOn(channel, one.dossier) }));
    return { citizenId, readings: covered, speech: speak(locale === 'en' ? 'en' : 'vi', null) };
  };
  return {
    async awaits(conversationId) {
      const talk = await store.findConversation({ channel, externalId: conversationId });
      return talk?.awaitsSecret ? ((await store.readChallenge(talk.citizenId))?.stage ?? null) : null;
    },
    async list(conversationId) {
      const { readings = [], speech = null } = (await read(conversationId)) ?? {};
      return readings.map(({ id, dossier }) => ({
        ref: id,
        title: speech?.say('kiosk.dossierTitle', { ending: dossier.code.slice(-4) }) ?? '',
      }));
    },
    async reveal(conversationId, ref, at) {
      const talk = await read(conversationId);
      const reading = talk?.readings.find(({ id }) => id === ref);
      if (!talk || !reading) return null;
      const { citizenId, speech } = talk;
      const { library, calendar } = tools();
      await store.database.withJob('kiosk', (handle) =>
        addAudit(handle, {
          actor: `citizen:${citizenId}`,
          action: 'dossier-uncovered',
          object: `dossier:${reading.id}`,
        }),
      );
      const daysLate = (promised: Date, now: Date) => workingDaysLate(calendar, promised, now);
      return sayDossier({ reading, topic: 'state', speech, library, at, daysLate, namedDays: [] }).blocks;
    },
  };
}
