/** What the service answers with. Offsets are code points, ends exclusive. */

import type { ActorWord, Form, Stance } from "./vocabulary.ts";

export type Kind = ActorWord;
export type SpanPair = readonly [number, number];

export interface Ref {
  readonly id: string;
  readonly iri: string;
  readonly name: string;
  readonly kind: Kind;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly limit: number;
  readonly next: string | null;
  readonly snapshot: string;
}

export interface Settings {
  readonly full_text: boolean;
  readonly writable: boolean;
  readonly base: string;
  readonly version: string;
}

export interface ActorRow {
  readonly id: string;
  readonly actor: string;
  readonly name: string;
  readonly kind: Kind;
  readonly statements: number;
  readonly about: number;
  readonly mentions: number;
  readonly otherNames: string | null;
}

export interface Actor extends Ref {
  readonly names: readonly string[];
  readonly posts: readonly {
    title: string;
    organisation: Ref | null;
    former: boolean;
    article: ArticleRef;
    evidence: string | null;
  }[];
  readonly statements: number;
  readonly about: number;
  readonly mentions: number;
  readonly acts: Readonly<Record<string, number>>;
  readonly speaksOf: readonly { actor: Ref; count: number }[];
  readonly spokenOfBy: readonly { actor: Ref; count: number }[];
}

export interface ArticleRef {
  readonly id: string;
  readonly iri: string;
  readonly identifier: string;
  readonly title: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly published: string | null;
}

export type SentenceMark = {
  readonly start: number;
  readonly end: number;
  readonly kind: "speaker" | "cue" | "content";
};

export interface CardPosition {
  readonly iri: string;
  readonly holder: Ref;
  readonly stance: Stance;
  readonly matter: string;
  readonly span: SpanPair;
  readonly toward: readonly Ref[];
  readonly confidence: number | null;
}

export interface CardDemand {
  readonly iri: string;
  readonly by: Ref;
  readonly of: readonly Ref[];
  readonly matter: string;
  readonly span: SpanPair;
  readonly confidence: number | null;
}

export interface Card {
  readonly id: string;
  readonly iri: string;
  readonly act: string;
  readonly form: Form;
  readonly words: string;
  readonly cue: string | null;
  readonly sentence: string;
  readonly when: string | null;
  readonly saidOn: string | null;
  readonly confidence: number | null;
  readonly speakerConfidence: number | null;
  readonly actConfidence: number | null;
  readonly identityConfidence: number | null;
  readonly speakers: readonly Ref[];
  readonly about: readonly Ref[];
  readonly addressees: readonly Ref[];
  readonly medium: readonly Ref[];
  readonly speakingAs: readonly string[];
  readonly speakerText: string | null;
  readonly partOf: string | null;
  readonly repeats: readonly string[];
  readonly article: ArticleRef;
  readonly spans: Readonly<Record<"speaker" | "cue" | "content", readonly SpanPair[]>>;
  readonly sentenceSpan: SpanPair | null;
  readonly marks: readonly SentenceMark[];
  readonly positions: readonly CardPosition[];
  readonly demands: readonly CardDemand[];
  readonly review: { verdict: string; by: string; when: string; note: string | null } | null;
}

export interface Article extends ArticleRef {
  readonly language: string | null;
  readonly text: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly statements: readonly Card[];
  readonly mentions: readonly { start: number; end: number; actor: Ref }[];
  readonly demands: readonly (CardDemand & { statement: string })[];
  readonly positions: readonly (CardPosition & { statement: string })[];
  readonly posts: readonly {
    person: Ref;
    title: string;
    organisation: Ref | null;
    former: boolean;
    spans: readonly SpanPair[];
  }[];
}

export const EDGE_KINDS = [
  "speaks-of",
  "spoken-of-by",
  "demands-of",
  "demanded-of-by",
  "stands-toward",
  "stood-toward-by",
  "addresses",
  "addressed-by",
  "colleague",
] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

export interface NeighbourKinds {
  readonly actor: Ref;
  readonly kinds: readonly { kind: EdgeKind; edges: number; statements: number; actors: number }[];
}

export interface Neighbour {
  readonly actor: Ref;
  readonly count: number;
  readonly for: number;
  readonly against: number;
  readonly acts: Readonly<Record<string, number>>;
  readonly first: string | null;
  readonly last: string | null;
}

export interface Paths {
  readonly from: Ref;
  readonly to: Ref;
  readonly length: number | null;
  readonly paths: readonly { hops: readonly Hop[] }[];
  readonly more: boolean;
}

export interface Hop {
  readonly from: Ref;
  readonly to: Ref;
  readonly reversed: boolean;
  readonly count: number;
  readonly statement: Card | null;
}
