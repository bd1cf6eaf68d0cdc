/** The one way out to a model's server: masks, sets tokens aside, bounds, counts, keeps, and puts back. */
import { inSpan } from '../../trace/index.ts';
import { openHider } from '../mask/hider.ts';
import { ModelError } from '../model-error.ts';
import { asModelError } from './as-model-error.ts';
import { guessTokens } from './count-tokens.ts';
import type { GateCall, GateParts } from './gate-call.ts';
import { waitOf } from './line.ts';
import { keep, noting, type Wish } from './note-call.ts';
import { readReply } from './read-reply.ts';
import { hideBody, inPlainDialect, isObject, requestText, restoreReply, saidIn } from './request-body.ts';
import { watched } from './watched-stream.ts';

/** A `fetch` for one call of OpenAI's client. It throws {@link ModelError} alone. */
export function guardedFetch(parts: GateParts, call: GateCall): typeof fetch {
  const hider = openHider(call.person.names ?? []);
  const ask: typeof fetch = async (url, init) => {
    const hidden = hideBody(init?.body, hider);
    const { responseFormat } = call;
    const whole = responseFormat ? { ...hidden, response_format: responseFormat } : hidden;
    const body = parts.settings.atHome ? inPlainDialect(whole) : whole;
    const request = requestText(body);
    const wish = { person: call.person, tokens: guessTokens(request) + call.mostOut, at: parts.now() };
    await setAside(parts, call, { wish, request });
    const begun = performance.now();
    const note = noting(parts, call, { wish, request, begun });
    try {
      const signal = AbortSignal.any([call.signal, ...(init?.signal ? [init.signal] : [])]);
      const response = await fetch(url, { ...init, body: JSON.stringify(body), signal, redirect: 'error' });
      refuseStatus(response, parts);
      if (body.stream === true && response.body) return watched(response, note);
      const text = await readReply(response);
      const reply = parsed(text);
      note('answered', saidIn(reply), isObject(reply) ? reply.usage : null);
      const restored = call.keepHidden ? reply : restoreReply(reply, hider);
      return new Response(JSON.stringify(restored), { status: 200, headers: { 'content-type': 'application/json' } });
    } catch (error) {
      const known = asModelError(error, call.signal);
      note(known.code, '', null);
      throw known;
    }
  };
  return (url, init) => inSpan('model', call.purpose, () => ask(url, init));
}

/** A ledger that cannot be asked stops the call: what cannot be counted is not spent. */
async function setAside(parts: GateParts, call: GateCall, { wish, request }: { wish: Wish; request: string }) {
  const { ceilings } = parts.settings;
  // Nobody's own ceiling holds for the index, which is made of public texts.
  const most = call.purpose === 'embed' ? { ...ceilings, person: ceilings.all } : ceilings;
  const fits = await parts.ledger.reserve(wish, most).catch((error: unknown) => {
    parts.onError(error);
    throw new ModelError('model-off', 'What calls cost cannot be counted now.', { cause: error });
  });
  if (fits) return;
  await keep(parts, call, { wish, request, reply: '', outcome: 'model-budget', usage: { in: 0, out: 0 }, ms: 0 });
  throw new ModelError('model-budget', 'The ceiling of tokens for today is reached. Raise it, or wait for tomorrow.');
}

function refuseStatus(response: Response, { line, now }: GateParts): void {
  if (response.ok) return;
  void response.body?.cancel();
  const wait = response.headers.get('retry-after');
  if (response.status === 429 || (response.status === 503 && wait !== null)) {
    line.waitFor(waitOf(wait, now().getTime()));
    throw new ModelError('model-busy', `The model answered ${response.status}: too many requests.`);
  }
  throw new ModelError('model-down', `The model answered ${response.status}.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ModelError('model-garbage', 'The model’s reply is no JSON.', { cause: error });
  }
}
