/** Whose visit a call is of: its token, its device's cookie, and the store, which knows whether it lasts. */
import type { IncomingHttpHeaders } from 'node:http';
import { type DeviceOfKiosk, hashOfDeviceKey, type KioskStore } from '../../../bot/index.ts';
import { makeAccess } from '../../web/direct-line/access.ts';
import type { Claims, Tokens } from '../../web/direct-line/tokens.ts';
import type { VisitDoor } from '../../web/direct-line/wire.ts';
import type { DeviceCookie } from '../device-cookie.ts';
import { visitOver } from '../kiosk-error.ts';

export interface VisitDoorParts {
  readonly store: KioskStore;
  readonly cookie: DeviceCookie;
}

/** The registered device that a request comes from; `null`: none. */
export async function deviceOf(
  { store, cookie }: VisitDoorParts,
  headers: IncomingHttpHeaders,
): Promise<DeviceOfKiosk | null> {
  const key = cookie.keyIn(headers);
  return key === null ? null : store.findDevice(hashOfDeviceKey(key));
}

/** For the wire: a visit's token serves while the visit lasts, and from its own device alone. */
export const openVisitDoor = (parts: VisitDoorParts): VisitDoor => ({
  async admits(id, headers, { touch = false } = {}) {
    const visit = await parts.store.findVisit(id);
    if (!visit) return false;
    if (visit.deviceId !== null && (await deviceOf(parts, headers))?.id !== visit.deviceId) return false;
    return !touch || (await parts.store.findVisit(id, { touch })) !== null;
  },
  lasts: async (id) => (await parts.store.findVisit(id)) !== null,
});

/** What a call of a visit has shown. */
export interface ShownVisit {
  readonly visit: string;
  readonly claims: Claims;
}

/**
 * Who may call for the visit in the address.
 *
 * @throws {WireError} 401 without a token, 403 for one of another visit, of no visit, or of one that is over.
 */
export async function admitVisit(
  { store, cookie, tokens }: VisitDoorParts & { readonly tokens: Tokens },
  { headers, params }: { readonly headers: IncomingHttpHeaders; readonly params: { readonly visit?: string } },
  options: { readonly touch?: boolean } = {},
): Promise<ShownVisit> {
  const claims = makeAccess(tokens, null).claimsOf(headers);
  if (claims === 'secret' || claims.visit === null || claims.visit !== params.visit) throw visitOver();
  if (!(await openVisitDoor({ store, cookie }).admits(claims.visit, headers, options))) throw visitOver();
  return { visit: claims.visit, claims };
}
