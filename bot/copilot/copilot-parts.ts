/** What the co-pilot works with, and who may use it in which talk. */
import type { OfficerDesk, Talk } from '../handover/officer-desk.ts';
import type { CaughtDraft } from '../model/model-ledger.ts';
import type { ModelPort } from '../model/port.ts';
import { staffMay } from '../staff/rights.ts';
import type { StaffMember } from '../staff/staff.ts';
import { HandOffError } from '../store/index.ts';
import type { SpeechMaker } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import type { CopilotLimits } from './copilot-limits.ts';
import type { WaitingChanges } from './look-ups/changes-tool.ts';
import type { Receipt } from './receipt.ts';
import type { CheckWording } from './write-draft.ts';

export interface CopilotParts {
  /** What answers now: asked for anew each time. */
  readonly serving: () => { readonly tools: Tools; readonly speak: SpeechMaker };
  readonly desk: Pick<OfficerDesk, 'talk'>;
  /** The model behind its port: masked, budgeted, logged masked. */
  readonly chatModel: ModelPort['chatModel'];
  /** Whether an admin turned the model off, in this commune or everywhere. */
  readonly isOff?: (unit: string | null, at: Date) => boolean;
  readonly check: CheckWording;
  readonly waiting: WaitingChanges;
  /** Keeps what the checks refused, for editors. */
  readonly keepCaught: (draft: Pick<CaughtDraft, 'at' | 'person' | 'draft' | 'caught' | 'codes'>) => Promise<void>;
  /** Writes down that a talk was given to the model. */
  readonly noteAsked: (member: StaffMember, asked: Pick<Receipt, 'run' | 'handOff'>) => Promise<void>;
  readonly noteUsed: (member: StaffMember, receipt: Receipt) => Promise<void>;
  readonly sealKey: Buffer;
  /** Told of what broke a run off; it may hold words of a model and goes no further than a masked log. */
  readonly onError?: (error: unknown) => void;
  readonly limits?: Partial<CopilotLimits>;
  readonly now: () => Date;
  /** For lengths of time, in ms. */
  readonly clock: () => number;
}

/** @throws {HandOffError} `forbidden` */
export function mayUse({ role }: StaffMember): void {
  if (!staffMay(role, 'use-copilot')) throw new HandOffError('forbidden');
}

/** The page has it open: another look in passing is not written down as one. */
const readOn = 1;

/** The talk as he sees it himself. @throws {HandOffError} `unknown` where he does not, `lost` where he does not hold it. */
export async function talkHeldBy({ desk }: Pick<CopilotParts, 'desk'>, member: StaffMember, id: string): Promise<Talk> {
  const talk = await desk.talk(member, id, readOn);
  if (talk.handOff.owner?.id !== member.id) throw new HandOffError('lost', talk.handOff.owner?.name ?? null);
  return talk;
}
