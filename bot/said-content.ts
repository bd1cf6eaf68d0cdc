/** What an utterance holds beside its turn: an answer that belongs to no turn, or an officer's words. */
import type { Answer, Option } from './answer.ts';
import type { Locale } from './message.ts';
import type { StoredUtterance } from './store/index.ts';

/** Said by an officer. */
export interface OfficerSaid {
  readonly text: string;
  readonly officer: { readonly id: string; readonly name: string };
  readonly pictures: readonly { readonly url: string; readonly alt: string }[];
  /** `joined`: not his words, but that he has come. `checked`: the bot's answer as he let it go out; he holds no talk by it. */
  readonly notice: 'joined' | 'checked' | null;
  /** Chips of an answer that he let go out as it was. */
  readonly options: readonly Option[];
}

interface Kept {
  readonly answer?: Answer;
  readonly locale?: Locale;
}

/** Of the bot's: the turn's answer, else its own; `null` while it has none. */
export const answerOfContent = ({ answer, content }: Pick<StoredUtterance, 'answer' | 'content'>): Answer | null =>
  ((answer ?? {}) as Kept).answer ?? ((content ?? {}) as Kept).answer ?? null;

/** In which language it was said. */
export const localeOfContent = ({ answer }: Pick<StoredUtterance, 'answer'>): Locale =>
  ((answer ?? {}) as Kept).locale === 'en' ? 'en' : 'vi';

/** `null` when it is no officer's. */
export function officerOfContent(content: unknown): OfficerSaid | null {
  const kept = (content ?? {}) as Partial<OfficerSaid>;
  if (!kept.officer) return null;
  const { text = '', officer, pictures = [], notice = null, options = [] } = kept;
  return { text, officer, pictures, notice, options };
}
