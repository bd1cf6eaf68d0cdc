/** Reads a stream of events that a call gives back: each `data:` line is one. */

/** Calls `onEvent` with each as it ends; resolves when the stream does. Rejects when the line breaks. */
export async function readEvents(body: ReadableStream<Uint8Array>, onEvent: (data: unknown) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let open = '';
  for (;;) {
    const { done, value } = await reader.read();
    open += decoder.decode(value, { stream: !done });
    const events = open.split('\n\n');
    open = events.pop() ?? '';
    for (const event of events) {
      const data = dataOf(event);
      if (data !== null) onEvent(data);
    }
    if (done) return;
  }
}

/** `null` for a comment, and for what is no JSON. */
function dataOf(event: string): unknown {
  const lines = event.split('\n').filter((line) => line.startsWith('data:'));
  try {
    return lines.length === 0 ? null : JSON.parse(lines.map((line) => line.slice(5).trimStart()).join('\n'));
  } catch {
    return null;
  }
}
