/** A look-up that the co-pilot may make for an officer. It only reads, and what it reads is his to see. */
import type { z } from 'zod';
import type { Guide } from '../../../knowledge/index.ts';
import type { StaffDeed } from '../../staff/rights.ts';
import type { StaffMember } from '../../staff/staff.ts';
import type { SpeechMaker } from '../../texts/speech.ts';
import type { Tools } from '../../tools.ts';
import type { ToolName } from '../copilot.ts';
import type { NewFact } from '../shown-facts.ts';

/** For whom it is looked up, and when. */
export interface LookUp {
  readonly member: StaffMember;
  /** His commune; `null`: he works for a province. */
  readonly unit: string | null;
  readonly at: Date;
  readonly tools: Tools;
  readonly speak: SpeechMaker;
}

export interface Found {
  readonly facts: readonly NewFact[];
  /** Names of procedures that are spoken of. */
  readonly titles: readonly string[];
  /** Guides that were read: what a draft says in its own words is held against the whole of them. */
  readonly guides?: readonly Guide[];
  /** In a few words for the officer: "3 thủ tục"; for the model as well. */
  readonly says: string;
}

export interface OfficerTool<S extends z.ZodType = z.ZodType> {
  readonly name: ToolName;
  /** What he must be let to do himself. */
  readonly deed: StaffDeed;
  /** For the model, in plain Vietnamese. */
  readonly about: string;
  readonly schema: S;
  /** With which words, as the officer sees it. */
  words(args: z.output<S>): string;
  look(args: z.output<S>, by: LookUp): Found | Promise<Found>;
}

/** Keeps the type of the arguments where the tool is written; in the list it is one of many. */
export const officerTool = <S extends z.ZodType>(tool: OfficerTool<S>): OfficerTool => tool as unknown as OfficerTool;

export const nothingFound = (says: string): Found => ({ facts: [], titles: [], says });
