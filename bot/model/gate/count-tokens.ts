/** How many tokens a call took: as the server says where that can be, else by its length. */
import { isObject } from './request-body.ts';

/** Vietnamese takes about one token for two and a half letters; rather too many than too few. */
const lettersOfToken = 2.5;

export const guessTokens = (text: string): number => Math.ceil(text.length / lettersOfToken);

export interface Usage {
  readonly in: number;
  readonly out: number;
}

/** A server may say what it likes: a count far from the length of the text is not believed. */
export function usageOf(
  told: unknown,
  { request, reply }: { readonly request: string; readonly reply: string },
): Usage {
  const { prompt_tokens, completion_tokens, total_tokens } = isObject(told) ? told : {};
  const guessed = { in: guessTokens(request), out: guessTokens(reply) };
  const out =
    completion_tokens ??
    (typeof total_tokens === 'number' && typeof prompt_tokens === 'number' ? total_tokens - prompt_tokens : 0);
  return { in: believable(prompt_tokens, guessed.in), out: believable(out, guessed.out) };
}

/** Thoughts that a model does not show are counted too: up to some thousands more than what it wrote. */
const mostUnseen = 8_000;

const believable = (told: unknown, guessed: number): number =>
  typeof told === 'number' && Number.isSafeInteger(told) && told >= guessed / 10 && told <= guessed * 4 + mostUnseen
    ? told
    : guessed;
