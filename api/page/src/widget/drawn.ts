/** What Python hands over: a network with places, sizes and colours, as api/notebook/drawing/data.py makes it. */

import type { Sign } from "../graph/network.ts";

export interface DrawnNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly told: string;
}

export interface DrawnTie {
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
  readonly sign: Sign;
  readonly told: string;
  readonly sentence: string;
  readonly url: string;
}

export interface Drawn {
  readonly title: string;
  readonly told: string;
  readonly directed: boolean;
  readonly colours: Readonly<Record<string, string>>;
  readonly nodes: readonly DrawnNode[];
  readonly ties: readonly DrawnTie[];
  /** The static picture, as SVG. */
  readonly picture: string;
}

export interface Choice {
  readonly node: string;
  readonly tie: string;
}

export const NOTHING: Choice = { node: "", tie: "" };
