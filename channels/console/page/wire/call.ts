/** One call to the server: JSON both ways, the csrf header on all that changes something, errors as one class. */
import { readEvents } from './read-events.ts';
import { WireError } from './wire-error.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const root = '/console/api';
const timeoutMs = 20_000;
const unreachable = 'Chưa nối được với máy chủ. Nội dung đang gõ vẫn còn; trang sẽ tự thử lại.';
const failed = 'Máy chủ chưa làm được việc này. Mời thử lại; nếu vẫn vậy, báo quản trị.';

export interface Caller {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body?: unknown): Promise<T>;
  patch<T>(path: string, body?: unknown): Promise<T>;
  remove<T>(path: string, body?: unknown): Promise<T>;
  /** A call whose answer comes event by event; `signal` ends it. Rejects as the others do, and when the line breaks. */
  follow(path: string, body: unknown, following: Following): Promise<void>;
  /** The body goes as it is; `T` is what comes back as JSON. */
  upload<T>(path: string, file: Blob): Promise<T>;
  /** The csrf token of `GET /me`: nothing that changes something goes well before it is set. */
  csrf: string;
}

export interface Following {
  readonly signal: AbortSignal;
  readonly onEvent: (event: unknown) => void;
}

export interface CallerParts {
  readonly fetcher: Fetch;
  /** Told of each 401: the session is over, on whichever call. */
  readonly onSignedOut: () => void;
  /** Whether the person did something lately: a page that only looks must not keep a session for ever. */
  readonly isActive: () => boolean;
}

export function openCaller({ fetcher, onSignedOut, isActive }: CallerParts): Caller {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    try {
      return await callOnce<T>(fetcher, `${root}${path}`, { method, body, csrf: caller.csrf, active: isActive() });
    } catch (error) {
      if (error instanceof WireError && error.status === 401) onSignedOut();
      throw error;
    }
  };
  const follow = async (path: string, body: unknown, following: Following): Promise<void> => {
    const asked = { method: 'POST', body, csrf: caller.csrf, active: isActive() };
    try {
      await followOnce(fetcher, `${root}${path}`, { asked, following });
    } catch (error) {
      if (error instanceof WireError && error.status === 401) onSignedOut();
      throw error;
    }
  };
  const caller: Caller = {
    csrf: '',
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body ?? {}),
    put: (path, body) => call('PUT', path, body ?? {}),
    patch: (path, body) => call('PATCH', path, body ?? {}),
    remove: (path, body) => call('DELETE', path, body ?? {}),
    upload: (path, file) => call('POST', path, file),
    follow,
  };
  return caller;
}

interface OneCall {
  readonly method: string;
  readonly body: unknown;
  readonly csrf: string;
  readonly active: boolean;
}

async function callOnce<T>(fetcher: Fetch, url: string, asked: OneCall): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  try {
    const response = await fetcher(url, { credentials: 'same-origin', signal: abort.signal, ...requestOf(asked) });
    const text = await response.text();
    if (!response.ok) throw readError(response, text);
    return (text === '' ? {} : JSON.parse(text)) as T;
  } catch (cause) {
    throw cause instanceof WireError ? cause : new WireError('unreachable', unreachable, { status: 0, cause });
  } finally {
    clearTimeout(timer);
  }
}

async function followOnce(
  fetcher: Fetch,
  url: string,
  { asked, following }: { readonly asked: OneCall; readonly following: Following },
): Promise<void> {
  const { signal, onEvent } = following;
  try {
    const response = await fetcher(url, { credentials: 'same-origin', signal, ...requestOf(asked) });
    if (!response.ok) throw readError(response, await response.text());
    if (response.body) await readEvents(response.body, onEvent);
  } catch (cause) {
    throw cause instanceof WireError ? cause : new WireError('unreachable', unreachable, { status: 0, cause });
  }
}

function requestOf({ method, body, csrf, active }: OneCall): RequestInit {
  const headers = { 'x-active': active ? '1' : '0' };
  if (method === 'GET') return { method, headers };
  const type = body instanceof Blob ? body.type : 'application/json';
  return {
    method,
    headers: { ...headers, 'x-csrf': csrf, 'content-type': type },
    body: body instanceof Blob ? body : JSON.stringify(body),
  };
}

function readError(response: Response, text: string): WireError {
  const { code = 'failed', message = failed, by = null } = errorIn(text);
  const seconds = Number(response.headers.get('retry-after'));
  return new WireError(code, message, {
    status: response.status,
    by,
    retryAfterMs: seconds > 0 ? seconds * 1000 : null,
  });
}

function errorIn(text: string): { code?: string; message?: string; by?: string | null } {
  try {
    return (JSON.parse(text) as { error?: { code?: string; message?: string; by?: string } }).error ?? {};
  } catch {
    return {};
  }
}
