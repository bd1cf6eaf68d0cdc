/** The canned replies of this installation, read anew each time: what a ward writes is there at once. */
import { type Canned, KnowledgeFileError, loadCanned } from '../../knowledge/index.ts';
import type { SpeechMaker } from '../texts/speech.ts';
import type { Tools } from '../tools.ts';
import { type FilledReply, fillCanned } from './fill-canned.ts';

export interface CannedAsked {
  /** Id of a procedure; `null`: none is spoken of. */
  readonly code: string | null;
  readonly unit: string | null;
  readonly officer: string;
  readonly at: Date;
}

export type CannedReplies = (asked: CannedAsked) => readonly FilledReply[];

export interface CannedParts {
  /** Folder of the shipped file. */
  readonly shipped: string;
  /** Folder that the ward writes in. */
  readonly local: string;
  readonly parts: () => { readonly tools: Tools; readonly speak: SpeechMaker };
  /** Told of a broken file: the shipped replies serve alone until it is mended. */
  readonly onError: (error: unknown) => void;
}

export function createCannedReplies({ shipped, local, parts, onError }: CannedParts): CannedReplies {
  const read = (): readonly Canned[] => {
    try {
      return loadCanned({ shipped, local });
    } catch (error) {
      if (!(error instanceof KnowledgeFileError)) throw error;
      onError(error);
      return loadCanned({ shipped, local: shipped });
    }
  };
  return ({ code, unit, officer, at }) => {
    const { tools, speak } = parts();
    const entry = code === null ? null : tools.library.find(code);
    const view = { entry, officer, speech: speak('vi', null), unit: tools.units.of(unit), at };
    return fillCanned(read(), view, tools);
  };
}
