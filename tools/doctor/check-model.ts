/** Whether the language model that is set can be asked. */
import type { ModelSettings } from '../../bot/model/index.ts';
import type { Finding } from './finding.ts';

const waitMs = 3_000;

/** Asks for its list of models: no word of a citizen's goes out. @param options `null` where none is set. */
export async function checkModel(options: ModelSettings | null): Promise<readonly Finding[]> {
  if (options === null) return [];
  const { baseUrl, apiKey, model, embeddings } = options;
  const { host } = new URL(baseUrl);
  try {
    const headers = { authorization: `Bearer ${apiKey}` };
    const response = await fetch(`${baseUrl}/models`, { headers, signal: AbortSignal.timeout(waitMs) });
    if (!response.ok) return [away(`${host} answers ${response.status} to the list of its models.`)];
    const known = namesIn(await response.json());
    const missing = [model, ...(embeddings ? [embeddings] : [])].filter((name) => !known.includes(name));
    return known.length === 0 ? [] : missing.map((name) => unknown(name, host));
  } catch {
    return [away(`The language model at ${host} cannot be reached.`)];
  }
}

const namesIn = (list: unknown): string[] => {
  const { data } = (list ?? {}) as { readonly data?: unknown };
  return Array.isArray(data)
    ? data.flatMap((one: { readonly id?: unknown }) => (typeof one?.id === 'string' ? one.id : []))
    : [];
};

const away = (what: string): Finding => ({
  stops: false,
  what,
  why: 'Answers go out without it: rules understand, and fields speak.',
  how: 'Start the server, or mend OPENAI_BASE_URL and OPENAI_API_KEY; unset both to do without.',
});

const unknown = (name: string, host: string): Finding => ({
  stops: false,
  what: `${host} does not list a model ${name}.`,
  why: 'Each call would fail, and answers go out without it.',
  how: 'Set MODEL_NAME and MODEL_EMBEDDINGS to names that the server lists.',
});
