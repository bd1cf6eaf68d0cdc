/** Reads what a model's server sends, up to a size that an answer never needs. */
import { ModelError } from '../model-error.ts';

export const mostReplyBytes = 400_000;

/** @throws {ModelError} `model-garbage` when there is more than {@link mostReplyBytes}. */
export async function readReply(response: Response): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > mostReplyBytes) throw tooLong();
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

const tooLong = () => new ModelError('model-garbage', 'The model’s reply is longer than any answer.');

/** The same bytes, told as they pass; ends with an error when there are too many. */
export function watchStream(
  body: ReadableStream<Uint8Array>,
  onText: (text: string) => void,
): ReadableStream<Uint8Array> {
  const decoder = new TextDecoder();
  let size = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        size += part.byteLength;
        if (size > mostReplyBytes) throw tooLong();
        onText(decoder.decode(part, { stream: true }));
        controller.enqueue(part);
      },
    }),
  );
}
