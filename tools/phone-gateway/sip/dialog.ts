/** Two ends of one call and what each numbers: makes the requests inside it, RFC 3261 section 12. */
import { randomBytes } from 'node:crypto';
import type { Endpoint } from '../rtp/known-peer.ts';
import type { SipAddress, SipHeaders, SipRequest } from './message.ts';

export const newTag = (): string => randomBytes(8).toString('hex');

export interface Dialog {
  readonly callId: string;
  /** With our tag. */
  readonly ours: SipAddress;
  /** With theirs. */
  readonly theirs: SipAddress;
  /** Address that requests name, of their Contact. */
  readonly target: string;
  /** Proxies on the way, nearest first. */
  readonly routes: readonly unknown[];
  /** Where datagrams go: where theirs came from, which is right behind an address translator too. */
  readonly to: Endpoint;
  readonly contact: string;
}

export const tagOf = ({ params }: SipAddress): string => params.tag ?? '';

export const dialogKey = (callId: string, ourTag: string): string => `${callId}\n${ourTag}`;

export interface RequestOptions {
  readonly sequence: number;
  readonly headers?: Record<string, unknown>;
  readonly content?: string;
}

export function requestIn(dialog: Dialog, method: string, { sequence, headers, content }: RequestOptions): SipRequest {
  const all: SipHeaders = {
    via: [{ params: {} }],
    'max-forwards': 70,
    from: dialog.ours,
    to: dialog.theirs,
    'call-id': dialog.callId,
    cseq: { seq: sequence, method },
    contact: [{ uri: dialog.contact, params: {} }],
    ...(dialog.routes.length > 0 ? { route: dialog.routes } : {}),
    ...headers,
  };
  return { method, uri: dialog.target, headers: all, ...(content === undefined ? {} : { content }) };
}

/** Of the other side's message: its Contact, else where it says it is. */
export function targetOf({ headers }: { readonly headers: SipHeaders }, otherwise: string): string {
  const [contact] = Array.isArray(headers.contact) ? headers.contact : [];
  return contact?.uri ?? otherwise;
}

export const routesOf = (headers: SipHeaders): readonly unknown[] => {
  const routes = headers['record-route'];
  return Array.isArray(routes) ? routes : [];
};
