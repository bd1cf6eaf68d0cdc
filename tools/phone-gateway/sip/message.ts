/** SIP messages as the npm package `sip` reads and writes them, with the shapes that it promises nowhere. */
import { createRequire } from 'node:module';

export type Params = Record<string, string | null>;

export interface SipAddress {
  readonly name?: string | undefined;
  readonly uri: string;
  readonly params: Params;
}

export interface Via {
  host?: string;
  port?: number;
  protocol?: string;
  version?: string;
  params: Params;
}

export interface SipHeaders {
  to: SipAddress;
  from: SipAddress;
  'call-id': string;
  cseq: { readonly seq: number; readonly method: string };
  via: Via[];
  contact?: readonly SipAddress[] | '*';
  [name: string]: unknown;
}

export interface SipRequest {
  readonly method: string;
  readonly uri: string;
  readonly headers: SipHeaders;
  readonly content?: string;
}

export interface SipResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: SipHeaders;
  readonly content?: string;
}

export type SipMessage = SipRequest | SipResponse;

export interface SipUri {
  readonly schema: string;
  readonly user?: string;
  readonly host: string;
  /** NaN where none is named. */
  readonly port: number;
  readonly params: Params;
}

/** A way to one peer, as the transactions of the package want it. */
export interface SipWay {
  readonly protocol: 'UDP';
  send(message: SipMessage): void;
  release(): void;
}

export interface Transaction {
  send(response: SipResponse): void;
  message(message: SipMessage, from?: unknown): void;
  shutdown(): void;
}

export interface Transactions {
  createServerTransaction(request: SipRequest, way: SipWay): Transaction;
  createClientTransaction(way: SipWay, request: SipRequest, onResponse: (response: SipResponse) => void): Transaction;
  getServer(message: SipMessage): Transaction | undefined;
  getClient(message: SipMessage): Transaction | undefined;
  destroy(): void;
}

interface SipPackage {
  parse(bytes: Buffer): unknown;
  stringify(message: SipMessage): string;
  parseUri(uri: string): SipUri | undefined;
  makeResponse(
    request: SipRequest,
    status: number,
    reason: string,
    more?: { headers?: Record<string, unknown>; content?: string },
  ): SipResponse;
  makeTransactionLayer(options: object): Transactions;
}

const { parse, stringify, parseUri, makeResponse, makeTransactionLayer } = createRequire(import.meta.url)(
  'sip',
) as SipPackage;

export { makeResponse, makeTransactionLayer, stringify };

/** Longer ones than a datagram of a telephone ever is cost time to read and are dropped. */
const mostBytes = 8_192;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isAddress = (value: unknown): boolean =>
  isObject(value) && typeof value.uri === 'string' && isObject(value.params);
const isVia = (value: unknown): boolean => isObject(value) && typeof value.host === 'string' && isObject(value.params);

/** `null` for what is no message, or lacks what every message must have. Never throws. */
export function readMessage(bytes: Buffer): SipMessage | null {
  if (bytes.length > mostBytes) return null;
  try {
    const read = parse(bytes);
    return isMessage(read) ? read : null;
  } catch {
    return null;
  }
}

function isMessage(read: unknown): read is SipMessage {
  if (!isObject(read) || !isObject(read.headers)) return false;
  const { to, from, via, cseq, 'call-id': callId, contact } = read.headers;
  const starts = typeof read.method === 'string' ? typeof read.uri === 'string' : isStatus(read.status);
  return (
    starts &&
    isAddress(to) &&
    isAddress(from) &&
    Array.isArray(via) &&
    via.length > 0 &&
    via.every(isVia) &&
    isObject(cseq) &&
    Number.isSafeInteger(cseq.seq) &&
    typeof cseq.method === 'string' &&
    typeof callId === 'string' &&
    (contact === undefined || contact === '*' || (Array.isArray(contact) && contact.every(isAddress)))
  );
}

const isStatus = (status: unknown): boolean => typeof status === 'number' && status >= 100 && status <= 699;

export const isRequest = (message: SipMessage): message is SipRequest => 'method' in message;

/** `null` for what is no SIP address. */
export const uriOf = (text: string): SipUri | null => parseUri(text) ?? null;

/** The part before the @, as the number that was called or calls; '' where there is none. */
export const userOf = (address: SipAddress): string => decodeSafely(uriOf(address.uri)?.user ?? '');

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** One header as text, whatever the package made of it. */
export const headerText = (headers: SipHeaders, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};
