/** A streamed reply on its way to the client. */
import { ModelError } from '../model-error.ts';
import type { NoteCall } from './note-call.ts';
import { watchStream } from './read-reply.ts';
import { isObject } from './request-body.ts';

/** The stream goes on to the client; what it said is counted when it ends, however it ends. */
export function watched(response: Response, note: NoteCall): Response {
  let text = '';
  const body = watchStream(response.body as ReadableStream<Uint8Array>, (part) => {
    text += part;
  });
  const [reader, usageIn] = [body.getReader(), () => lastUsage(text)];
  const passed = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (!done) return controller.enqueue(value);
        note('answered', wordsOf(text), usageIn());
        controller.close();
      } catch (error) {
        note(error instanceof ModelError ? error.code : 'model-timeout', wordsOf(text), usageIn());
        controller.error(error);
      }
    },
    async cancel(reason) {
      note('answered', wordsOf(text), usageIn());
      await reader.cancel(reason);
    },
  });
  return new Response(passed, { status: 200, headers: { 'content-type': 'text/event-stream' } });
}

const eventsOf = (text: string): unknown[] =>
  text.split('\n').flatMap((line) => {
    if (!line.startsWith('data: {')) return [];
    try {
      return [JSON.parse(line.slice('data: '.length))];
    } catch {
      return [];
    }
  });

const lastUsage = (text: string): unknown =>
  eventsOf(text)
    .map((event) => (isObject(event) ? event.usage : null))
    .findLast(isObject) ?? null;

/** What was said in a stream of events, put together. */
function wordsOf(text: string): string {
  return eventsOf(text)
    .map((event) => {
      const choice: unknown = isObject(event) && Array.isArray(event.choices) ? event.choices[0] : null;
      const delta = isObject(choice) ? choice.delta : null;
      return isObject(delta) && typeof delta.content === 'string' ? delta.content : '';
    })
    .join('');
}
