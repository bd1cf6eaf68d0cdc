/** One call to the server: JSON both ways, a time limit, and one kind of error. */

interface Refusal extends ErrorOptions {
  readonly say?: string | null;
}

/** The server said no. `status` 0 means that it could not be reached, or not in time. */
export class WireError extends Error {
  readonly code = 'wire';
  readonly status: number;
  /** How long to wait before the next try; null when the server did not say. */
  readonly retryAfterMs: number | null;
  /** The server's words for the person at the screen; null where it has none. */
  readonly say: string | null;

  constructor(status: number, retryAfterMs: number | null = null, { say = null, ...options }: Refusal = {}) {
    super(`The wire answered ${status}`, options);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.say = say;
  }

  /** Whether the same call may go well later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }

  /** Whether the session is over: expired, unknown, of another server. */
  get sessionOver(): boolean {
    return this.status === 401 || this.status === 403 || this.status === 404;
  }
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
  /** Goes out even when the page is being left. */
  readonly keepalive?: boolean;
}

/** The reply as JSON; `{}` for an empty one. @throws {WireError} */
export async function call<T>(fetcher: Fetch, url: string, request: Call): Promise<T> {
  const { method = 'GET', token, body, headers = {}, timeoutMs = 20_000, keepalive = false } = request;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort('too long'), timeoutMs);
  try {
    const response = await fetcher(url, {
      method,
      signal: abort.signal,
      headers: {
        ...headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(keepalive ? { keepalive } : {}),
    });
    if (!response.ok) {
      const seconds = Number(response.headers.get('retry-after'));
      throw new WireError(response.status, seconds > 0 ? seconds * 1000 : null, { say: await sayOf(response) });
    }
    const text = await response.text();
    return (text === '' ? {} : JSON.parse(text)) as T;
  } catch (error) {
    throw error instanceof WireError ? error : new WireError(0, null, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function sayOf(response: Response): Promise<string | null> {
  try {
    const { say } = (await response.json()) as { say?: unknown };
    return typeof say === 'string' && say !== '' ? say : null;
  } catch {
    return null;
  }
}
