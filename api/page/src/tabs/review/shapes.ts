/** What waits for a decision, and what was decided, as the service tells it. */

import type { Named } from "../../components/actors-field.ts";
import type { ArticleRef, Card, Page, Ref, SpanPair } from "../../shapes.ts";
import type { Stance } from "../../vocabulary.ts";

export interface QueuePage<Item> extends Page<Item> {
  readonly total: number;
}

export interface DoubtfulCard extends Card {
  readonly doubt: number;
  readonly signs: readonly string[];
}

export interface CountedRef extends Ref {
  readonly statements: number;
  readonly about: number;
  readonly mentions: number;
  readonly articles: number;
}

export interface Pair {
  readonly id: string;
  readonly score: number;
  readonly reason: string;
  readonly kind: string;
  readonly articles: number;
  readonly one: CountedRef;
  readonly other: CountedRef;
}

export type Value = string | Ref | SpanPair;

export interface Correction {
  readonly field: string;
  readonly matter?: string;
  readonly was: readonly Value[];
  readonly becomes: readonly Value[];
}

export type Verdict = "accept" | "reject" | "correct" | "add";

export interface ReviewTold {
  readonly id: string;
  readonly verdict: Verdict;
  readonly by: string;
  readonly when: string;
  readonly note: string | null;
  readonly takenBack: { readonly by: string; readonly when: string } | null;
  readonly statement: string | null;
  readonly words: string;
  readonly corrections: readonly Correction[];
  readonly article: ArticleRef;
}

export interface JudgementRow {
  readonly one: string | null;
  readonly other: string | null;
  readonly verdict: "one" | "two";
  readonly by: string;
  readonly day: string;
  readonly why: string | null;
  readonly oneIRI: string;
  readonly otherIRI: string;
  readonly judgement: string;
}

/** What is sent to correct a statement. */
export interface Corrected {
  readonly speakers?: readonly Named[];
  readonly about?: readonly Named[];
  readonly act?: string;
  readonly form?: string;
  readonly content?: readonly SpanPair[];
  readonly stances?: Readonly<Record<string, Stance | null>>;
  readonly positions?: readonly NewPosition[];
  readonly note?: string;
}

export interface NewPosition {
  readonly holder: Named;
  readonly stance: Stance;
  readonly matter: SpanPair;
}
