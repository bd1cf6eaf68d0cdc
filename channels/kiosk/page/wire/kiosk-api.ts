/** The calls below `/kiosk/api`. Those of a visit take its token; nothing of them is kept here. */
import { call, type Fetch } from '../../../pages/wire/call.ts';
import type {
  Checklist,
  DossierList,
  Office,
  OfflineCopy,
  Revealed,
  Ticket,
  VisitReply,
  VisitState,
} from '../../api/schemas.ts';
import type { Language } from '../texts/texts.ts';

const root = '/kiosk/api';
/** The screen must not wait long to know that the server is away. */
const officeWithinMs = 5_000;

export interface VisitKey {
  readonly visit: string;
  readonly token: string;
}

export type KioskApi = ReturnType<typeof openKioskApi>;

export const openKioskApi = (fetcher: Fetch) => ({
  device: (key: string): Promise<unknown> => call(fetcher, `${root}/device`, { method: 'POST', body: { key } }),
  office: (locale: Language): Promise<Office> =>
    call(fetcher, `${root}/office?locale=${locale}`, { timeoutMs: officeWithinMs }),
  guides: (locale: Language): Promise<OfflineCopy> => call(fetcher, `${root}/guides?locale=${locale}`, {}),
  ticket: (desk: string, key: string): Promise<Ticket> =>
    call(fetcher, `${root}/tickets`, { method: 'POST', body: { desk }, headers: { 'idempotency-key': key } }),
  makeList: (code: string, locale: Language): Promise<Checklist> =>
    call(fetcher, `${root}/checklists`, { method: 'POST', body: { code, locale } }),
  openList: (code: string, locale: Language): Promise<Checklist> =>
    call(fetcher, `${root}/checklists/${encodeURIComponent(code)}?locale=${locale}`, {}),
  begin: (locale: Language): Promise<VisitReply> =>
    call(fetcher, `${root}/visits`, { method: 'POST', body: { locale } }),
  present: ({ visit, token }: VisitKey): Promise<VisitState> =>
    call(fetcher, `${root}/visits/${visit}`, { method: 'PUT', token }),
  state: ({ visit, token }: VisitKey): Promise<VisitState> => call(fetcher, `${root}/visits/${visit}`, { token }),
  end: ({ visit, token }: VisitKey): Promise<unknown> =>
    call(fetcher, `${root}/visits/${visit}`, { method: 'DELETE', token, keepalive: true }),
  receipt: ({ visit, token }: VisitKey, scanned: string): Promise<unknown> =>
    call(fetcher, `${root}/visits/${visit}/receipt`, { method: 'POST', token, body: { scanned } }),
  dossiers: ({ visit, token }: VisitKey): Promise<DossierList> =>
    call(fetcher, `${root}/visits/${visit}/dossiers`, { token }),
  reveal: ({ visit, token }: VisitKey, ref: string): Promise<Revealed> =>
    call(fetcher, `${root}/visits/${visit}/dossiers/${encodeURIComponent(ref)}/reveal`, { method: 'POST', token }),
  rate: ({ visit, token }: VisitKey, stars: number): Promise<unknown> =>
    call(fetcher, `${root}/visits/${visit}/rating`, { method: 'POST', token, body: { stars } }),
  listen: async (wav: Blob, signal: AbortSignal): Promise<string> => {
    const response = await fetcher(`${root}/speech/listen`, {
      method: 'POST',
      headers: { 'content-type': 'audio/wav' },
      body: wav,
      signal,
    });
    if (!response.ok) throw new Error(`Listening was answered ${response.status}`);
    const { text } = (await response.json()) as { text?: unknown };
    return typeof text === 'string' ? text : '';
  },
  say: async (text: string, signal: AbortSignal): Promise<ArrayBuffer> => {
    const response = await fetcher(`${root}/speech/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
      signal,
    });
    if (!response.ok) throw new Error(`Saying was answered ${response.status}`);
    return response.arrayBuffer();
  },
});
