/** What the editors' API gives, as JSON. */

export interface Group {
  readonly id: string;
  readonly persons: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly channels: Readonly<Record<string, number>>;
  readonly questions: readonly {
    readonly turnId: string;
    readonly text: string;
    readonly at: string;
    readonly channel: string;
    readonly because: string;
  }[];
}

export interface Likely {
  readonly code: string;
  readonly title: string;
  readonly from: 'knowledge' | 'imported';
}

export type Kind = 'way' | 'card' | 'guide' | 'not-ours' | 'ignored';
export type State = 'draft' | 'waiting' | 'approved' | 'refused' | 'taken-back';
/** The fields of its kind; `draftContentSchema` checks them. */
export type Content = { readonly kind: Kind } & Readonly<Record<string, string>>;

export interface Draft {
  readonly id: string;
  readonly kind: Kind;
  readonly content: Content;
  readonly askedBy: number;
  readonly state: State;
  readonly edition: number;
  readonly author: { readonly id: string; readonly name: string };
  readonly approver: { readonly name: string } | null;
  readonly because: string;
  readonly madeAt: string;
}

export interface Verdict {
  readonly faults: readonly { readonly kind: string; readonly path: string; readonly found: string }[];
  readonly asked: readonly { readonly text: string; readonly codes: readonly string[]; readonly status: string }[];
}
/** 202: the trial goes on. */
export type OrTrying<T> = T | { readonly trying: true };

export interface SampleItem {
  readonly id: string;
  readonly status: string;
  readonly field: string;
  readonly askedOn: string;
  readonly asked: string | null;
  readonly answer: string | null;
  readonly sources: readonly { readonly title: string; readonly url: string | null }[];
  readonly mine: Mark | null;
}
export interface Mark {
  readonly verdict: 'right' | 'incomplete' | 'wrong';
  readonly harmful: boolean;
  readonly why: string;
}
export interface Share {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}
export interface Report {
  readonly marked: number;
  readonly right: Share;
  readonly incomplete: Share;
  readonly wrong: Share;
  readonly harmfulWrong: Share;
  readonly agreement: { readonly items: number; readonly same: number | null; readonly kappa: number | null };
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly citizen: string;
  readonly about: string;
  readonly dossier: {
    readonly code: string;
    readonly status: string;
    readonly promised: string;
    readonly waitsFor: string | null;
  } | null;
}
export interface PracticeTalk {
  readonly id: string;
  readonly edition: number;
  readonly scenario: Scenario;
  readonly entries: readonly { readonly speaker: 'citizen' | 'officer'; readonly text: string; readonly at: string }[];
  readonly begunAt: string;
  readonly endedAt: string | null;
  readonly over: boolean;
  readonly feedback: {
    readonly good: readonly string[];
    readonly missing: readonly string[];
    readonly facts: readonly {
      readonly procedure: string;
      readonly facet: string;
      readonly said: boolean;
      readonly record: readonly string[];
      readonly wrong: readonly string[];
    }[];
  } | null;
}
