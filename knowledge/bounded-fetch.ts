/** Calls to the outside whose replies are read by a library: bounded in size, and led nowhere else. */

/** A reply was larger than it may be. */
export class ReplyTooLargeError extends Error {
  readonly code = 'reply-too-large';

  constructor(host: string, mostBytes: number) {
    super(`${host} answered more than ${mostBytes} bytes. Ask its operator what it sends.`);
  }
}

/** A `fetch` that follows no redirect of its own accord, and whose replies end in an error after `mostBytes`. */
export function boundedFetch(mostBytes: number, ownFetch: typeof fetch = fetch): typeof fetch {
  return async (url, init) => {
    const response = await ownFetch(url, { redirect: 'manual', ...init });
    const { host } = new URL(url instanceof Request ? url.url : url);
    return bounded(response, { host, mostBytes });
  };
}

function bounded(response: Response, { host, mostBytes }: { host: string; mostBytes: number }): Response {
  if (response.body === null) return response;
  let size = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(part, controller) {
        size += part.byteLength;
        if (size > mostBytes) throw new ReplyTooLargeError(host, mostBytes);
        controller.enqueue(part);
      },
    }),
  );
  const { status, statusText, headers } = response;
  const made = new Response(counted, { status, statusText, headers });
  // A library compares where it asked with where the answer came from.
  return Object.defineProperty(made, 'url', { value: response.url });
}
