/** Who a request of the console comes from, and whether he may: the middleware that every route of it stands behind. */
import type { Request, RequestHandler, Response } from 'express';
import { type StaffDeed, type StaffMember, type StaffSessions, staffMay } from '../../../bot/index.ts';
import { type StaffCookies, staffCookies } from './cookies.ts';

export interface SignedIn {
  readonly member: StaffMember;
  readonly sessionId: string;
  /** What calls that change something bring in the header `x-csrf`, and forms in the field `csrf`. */
  readonly csrf: string;
  /** Of the cookie; never shown. */
  readonly token: string;
  /** When the session ends unless he does something before. */
  readonly endsAt: Date;
}

export interface GuardOptions {
  /** The browser calls by itself, as a lease is kept: that does not make the session last on. */
  readonly background?: boolean;
}

export interface StaffGate {
  readonly cookies: StaffCookies;
  /** `null`: signed out. Calls behind `requireStaff` get the one that was found there. */
  staffOf(request: Request): Promise<SignedIn | null>;
  /**
   * Lets through whoever is signed in and may do `deed`; without one, whoever is signed in. Calls that change something
   * need the session's `x-csrf` and must come from our own page. Else 401 `signed-out`, 403 `csrf` or `forbidden`.
   */
  requireStaff(deed?: StaffDeed, options?: GuardOptions): RequestHandler;
  /** Whether the browser says that the request comes from our own page; one that says nothing is believed. */
  isOwnPage(request: Request): boolean;
}

export interface GateParts {
  readonly sessions: StaffSessions;
  /** Our own address as browsers know it, such as `https://hoi.phuong.example`; `null`: as the request names it. */
  readonly publicUrl: string | null;
}

const found = new WeakMap<Request, Promise<SignedIn | null>>();
const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

export function makeStaffGate({ sessions, publicUrl }: GateParts): StaffGate {
  const cookies = staffCookies(publicUrl?.startsWith('https:') ?? false);
  const find = async (request: Request, touch: boolean): Promise<SignedIn | null> => {
    const token = cookies.read(request.headers, 'session');
    const session = token && (await sessions.find(token, { touch, polled: true }));
    if (!session) return null;
    const { id: sessionId, member, endsAt } = session;
    return { member, sessionId, endsAt, token, csrf: sessions.csrfOf(token) };
  };
  const staffOf: StaffGate['staffOf'] = (request) => {
    const known = found.get(request) ?? find(request, false);
    found.set(request, known);
    return known;
  };
  const isOwnPage = ownPageOf(publicUrl);
  return {
    cookies,
    staffOf,
    isOwnPage,
    requireStaff:
      (deed, { background = false } = {}) =>
      async (request, response, next) => {
        const changes = !reads.has(request.method);
        found.set(request, find(request, !background && isHisDoing(request)));
        const staff = await staffOf(request);
        response.set('Cache-Control', 'no-store');
        if (!staff) return refuse(response, 'signed-out');
        if (changes && !(isOwnPage(request) && sessions.isCsrf(staff.token, request.get('x-csrf') ?? '')))
          return refuse(response, 'csrf');
        if (deed !== undefined && !staffMay(staff.member.role, deed)) return refuse(response, 'forbidden');
        next();
      },
  };
}

/** A page that asks again every few seconds would keep a session for ever: it says itself when the person did something. */
function isHisDoing(request: Request): boolean {
  const said = request.get('x-active');
  return said === undefined ? !reads.has(request.method) : said === '1';
}

const ownPageOf =
  (publicUrl: string | null) =>
  (request: Request): boolean => {
    const site = request.get('sec-fetch-site');
    if (site !== undefined) return site === 'same-origin';
    const origin = request.get('origin');
    return origin === undefined || origin === (publicUrl ?? `${request.protocol}://${request.get('host')}`);
  };

export const refusals = {
  'signed-out': [401, 'Phiên làm việc đã hết. Mời đăng nhập lại tại /console/dang-nhap.'],
  csrf: [403, 'Trang này đã cũ hoặc yêu cầu gửi từ nơi khác. Mời tải lại trang rồi làm lại.'],
  forbidden: [403, 'Vai trò của anh/chị không làm được việc này. Cần thì nhờ người quản trị.'],
  'bad-input': [400, 'Nội dung gửi lên chưa đúng. Mời kiểm tra lại từng ô.'],
  unknown: [404, 'Không có mục này, hoặc mục này không thuộc đơn vị của anh/chị.'],
  taken: [409, 'Tên đăng nhập hoặc thư điện tử này đã có người dùng. Mời chọn tên khác.'],
  'last-admin': [409, 'Đây là người quản trị cuối cùng. Mời trao quyền quản trị cho người khác trước.'],
  'too-many': [429, 'Vừa có nhiều lượt quá. Mời chờ một phút rồi làm lại.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>;

export function refuse(response: Response, code: keyof typeof refusals): void {
  const [status, message] = refusals[code];
  if (status === 429) response.set('Retry-After', '60');
  response.status(status).json({ error: { code, message } });
}
