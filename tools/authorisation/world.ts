/** The invented people, talks, cases and staff of a run, as the oracle knows them: plain data, and no word of how the program decides. */
import type { StaffRole } from '../../bot/index.ts';

/** A word that stands in one row and nowhere else: wherever it turns up, that row was read. */
export type Secret = string;

export interface Person {
  readonly name: string;
  readonly number: string;
  readonly phone: string;
  readonly citizenId: string;
  /** Session tokens that last. */
  readonly sessions: readonly LiveSession[];
  /** Session tokens that once were good. */
  readonly dead: readonly string[];
  /** Rows that are his: what he said anywhere, cases that concern him. */
  readonly secrets: ReadonlySet<Secret>;
}

export interface LiveSession {
  readonly id: string;
  readonly token: string;
  readonly formKey: string;
}

/** An anonymous talk, by the key that opens it. */
export interface PlainTalk {
  /** Value of the cookie. */
  readonly cookie: string;
  readonly secret: Secret;
  /** It went over to somebody who signed in, or was erased: its cookie opens nothing of it any more. */
  readonly isOver: boolean;
}

/** A talk on the wire. */
export interface WireTalk {
  readonly conversationId: string;
  /** Lasts as long as the run. */
  readonly token: string;
  readonly expired: string;
  readonly streamToken: string;
  readonly secret: Secret;
  /** Where the talk is a signed-in person's: his session, whose cookie has to come along. */
  readonly session: LiveSession | null;
  /** The session is over. */
  readonly isOver: boolean;
  readonly turnId: string | null;
}

export interface Dossier {
  readonly code: string;
  readonly unit: string;
  readonly secret: Secret;
}

export interface HandOff {
  readonly id: string;
  readonly unit: string | null;
  /** Only this desk's; `null`: any of the unit. */
  readonly desk: string | null;
  /** What an officer who sees it may read. */
  readonly secrets: ReadonlySet<Secret>;
  /** In the sealed contact, read by a call of its own. */
  readonly contact: Secret | null;
}

export interface Member {
  readonly id: string;
  readonly role: StaffRole;
  readonly unit: string;
  readonly desk: string | null;
  readonly token: string;
  readonly csrf: string;
  /** Whether the account is open and the session lasts. */
  readonly isLive: boolean;
}

export interface KioskVisit {
  readonly id: string;
  readonly token: string;
  readonly conversationId: string;
  /** Key in the cookie of the device; `null`: any browser. */
  readonly device: string | null;
  readonly isLive: boolean;
  readonly secret: Secret;
}

export interface ZaloAccount {
  readonly user: string;
  readonly channel: 'zalo-oa' | 'zalo-bot';
  /** What may be told to it: of the person it is linked to now. */
  readonly secrets: ReadonlySet<Secret>;
}

export interface World {
  readonly people: readonly Person[];
  readonly plain: readonly PlainTalk[];
  readonly wire: readonly WireTalk[];
  readonly dossiers: readonly Dossier[];
  readonly handOffs: readonly HandOff[];
  readonly staff: readonly Member[];
  readonly visits: readonly KioskVisit[];
  /** Keys of devices: registered, and one that was taken away. */
  readonly devices: { readonly good: readonly string[]; readonly removed: string };
  readonly zalo: readonly ZaloAccount[];
  /** Ids of links of accounts, with whose they are. */
  readonly links: readonly { readonly id: string; readonly citizenId: string }[];
  /** Every word that was planted. */
  readonly secrets: ReadonlySet<Secret>;
  /** Digits of a list to carry away. */
  readonly checklist: string;
}

/** Two communes of one province, one of another, and the two provinces. */
export const places = {
  home: '02683',
  beside: '02701',
  far: '00004',
  province: '15',
  farProvince: '01',
} as const;

/** Of a talk whose commune is not known. */
export const noUnit = null;

export const provinceOf = (unit: string): string => (unit === places.far ? places.farProvince : places.province);

export const receptionDesk = 'Ban Tiếp công dân';
