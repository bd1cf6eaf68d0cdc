/** What the commands of imports share: where to work, who works, how to speak. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

export interface CommandPlace {
  /** `data/imported`. */
  readonly folder: string;
  /** Where the hand-made guides and cards lie. */
  readonly knowledgeFolder: string;
  /** Name of whoever is logged in, for `--by`. */
  readonly user: string;
  readonly now: () => Date;
  readonly say: (text: string) => void;
  /** Progress, apart from what is said. */
  readonly tell: (text: string) => void;
}

/** `null` when the arguments make no sense. */
export function readArguments<Options extends ParseArgsOptionsConfig>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return null;
  }
}

/** The first few, and how many more there are. */
export function fewOf(texts: readonly string[], most: number): string[] {
  const rest = texts.length - most;
  return rest > 0 ? [...texts.slice(0, most), `… and ${rest} more`] : [...texts];
}
