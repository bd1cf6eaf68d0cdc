/** The fixed changes a question is put through: what people's keyboards do to it. The same `seed` gives the same text. */
import { slipKeys } from './slip-keys.ts';
import { stripMarks } from './strip-marks.ts';
import { typeTelex } from './type-telex.ts';
import { writeChat } from './write-chat.ts';

export interface Transform {
  readonly name: 'no-marks' | 'slips' | 'telex' | 'chat';
  readonly label: string;
  /** `seed` is the question's id. */
  apply(text: string, seed: string): string;
}

export const transforms: readonly Transform[] = [
  { name: 'no-marks', label: 'marks stripped', apply: (text) => stripMarks(text) },
  { name: 'slips', label: 'one slip in five syllables', apply: slipKeys },
  { name: 'telex', label: 'telex keys throughout', apply: (text) => typeTelex(text) },
  { name: 'chat', label: 'chat style', apply: (text) => writeChat(text) },
];
