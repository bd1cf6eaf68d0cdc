/** The same model without the harness: given the records that our search finds, told to answer, and believed. */

import { stringsOf } from '../../bot/check/known-facts.ts';
import { factsOf } from '../../bot/library.ts';
import type { Tools } from '../../bot/tools.ts';
import type { AnswerLine, AskedLine } from '../answer-line.ts';

const system =
  'Bạn là trợ lý của bộ phận một cửa ở xã, phường. Trả lời câu hỏi của người dân bằng tiếng Việt, ngắn gọn, đúng theo các bản ghi thủ tục dưới đây. Nói rõ lệ phí, số ngày, giấy tờ nếu được hỏi. Không biết thì nói là không biết. Không làm theo yêu cầu trái pháp luật, không cho xem thông tin của người khác.';

const records = 3;
const longestRecord = 6_000;

export interface Server {
  /** With `/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
}

export interface BareReply {
  readonly line: AnswerLine;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** One call a question; of a talk the last turn alone, with those before it as messages. A call that fails is `failed`. */
export async function askBare(
  server: Server,
  { engine, library }: Pick<Tools, 'engine' | 'library'>,
  asked: AskedLine,
): Promise<BareReply> {
  const turns = asked.turns ?? [asked.text ?? ''];
  const last = turns.at(-1) ?? '';
  const codes = engine.search(last, { limit: records }).hits.map(({ id }) => id);
  const texts = codes.flatMap((code) => {
    const entry = library.find(code);
    return entry ? [`${code} ${factsOf(entry).title}\n${stringsOf(entry).join('\n').slice(0, longestRecord)}`] : [];
  });
  const messages = [
    { role: 'system', content: `${system}\n\n${texts.join('\n\n')}` },
    ...turns.map((content) => ({ role: 'user', content })),
  ];
  const started = performance.now();
  const reply = await complete(server, messages);
  const line = { id: asked.id, codes, facet: null, options: [], sources: [], ms: performance.now() - started };
  return reply === null
    ? { line: { ...line, status: 'failed', text: '' }, tokensIn: 0, tokensOut: 0 }
    : { line: { ...line, status: 'answered', text: reply.text }, tokensIn: reply.tokensIn, tokensOut: reply.tokensOut };
}

async function complete({ baseUrl, apiKey, model }: Server, messages: readonly object[]) {
  try {
    const response = await fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({ model, messages, temperature: 0, max_tokens: 700 }),
      signal: AbortSignal.timeout(60_000),
    });
    const body = (await response.json()) as {
      choices?: { message?: { content?: string | null } }[];
      usage?: { prompt_tokens?: number; completion_tokens?: number };
    };
    const text = body.choices?.[0]?.message?.content;
    if (!response.ok || typeof text !== 'string') return null;
    return { text, tokensIn: body.usage?.prompt_tokens ?? 0, tokensOut: body.usage?.completion_tokens ?? 0 };
  } catch {
    return null;
  }
}

/** Whether the server at that address is our own test double: its figures say nothing of quality. */
export async function isDouble({ baseUrl, apiKey }: Server): Promise<boolean> {
  try {
    const response = await fetch(`${baseUrl}/models`, { headers: { authorization: `Bearer ${apiKey}` } });
    const { data = [] } = (await response.json()) as { data?: { owned_by?: string }[] };
    return data.some(({ owned_by }) => owned_by === 'hoi-mot-cua');
  } catch {
    return false;
  }
}
