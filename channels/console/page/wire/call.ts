/** One call to the server: JSON both ways, the csrf header on all that changes something, errors as one class. */
import { WireError } from './wire-error.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const timeoutMs = 20_000;
const unreachable = 'Chưa nối được với máy chủ. Nội dung đang gõ vẫn còn; trang sẽ tự thử lại.';
const failed = 'Máy chủ chưa làm được việc này. Mời thử lại; nếu vẫn vậy, báo quản trị.';

export interface Caller {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body?: unknown): Promise<T>;
  remove<T>(path: string, body?: unknown): Promise<T>;
  /** The body goes as it is; `T` is what comes back as JSON. */
  upload<T>(path: string, file: Blob): Promise<T>;
  /** The csrf token of `GET /me`: nothing that changes something goes well before it is set. */
  csrf: string;
}

/** @param onSignedOut told of each 401: the session is over, on whichever call. */
export function openCaller(fetcher: Fetch, onSignedOut: () => void, root = '/console/api'): Caller {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    try {
      return await callOnce<T>(fetcher, `${root}${path}`, { method, body, csrf: caller.csrf });
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
    remove: (path, body) => call('DELETE', path, body ?? {}),
    upload: (path, file) => call('POST', path, file),
  };
  return caller;
}

interface OneCall {
  readonly method: string;
  readonly body: unknown;
  readonly csrf: string;
}

async function callOnce<T>(fetcher: Fetch, url: string, { method, body, csrf }: OneCall): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), timeoutMs);
  const asked = { method, credentials: 'same-origin', signal: abort.signal, ...contentOf(method, body, csrf) } as const;
  try {
    const response = await fetcher(url, asked);
    const text = await response.text();
    if (!response.ok) throw readError(response, text);
    return (text === '' ? {} : JSON.parse(text)) as T;
  } catch (cause) {
    throw cause instanceof WireError ? cause : new WireError('unreachable', unreachable, { status: 0, cause });
  } finally {
    clearTimeout(timer);
  }
}

function contentOf(method: string, body: unknown, csrf: string): RequestInit {
  if (method === 'GET') return {};
  if (body instanceof Blob) return { headers: { 'x-csrf': csrf, 'content-type': body.type }, body };
  return { headers: { 'x-csrf': csrf, 'content-type': 'application/json' }, body: JSON.stringify(body) };
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
