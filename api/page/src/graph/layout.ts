/** ForceAtlas2 in a worker of this page's own: the one that the library makes would need a wider policy. */

import type Graph from "graphology";
import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import helpers from "graphology-layout-forceatlas2/helpers.js";
import { workerAddress } from "../trusted.ts";
import address from "./layout.worker.ts?worker&url";

export interface LayoutTask {
  readonly settings: ForceAtlas2Settings;
  readonly nodes: ArrayBuffer;
  readonly edges?: ArrayBuffer;
  readonly most: number;
}

interface LayoutAnswer {
  readonly nodes: ArrayBuffer;
  readonly rounds: number;
}

// Numbers of a node in the library's matrix; the first two are where it is.
const PER_NODE = 10;
const FIXED = 9;
const ROUNDS_AT_ONCE = 20;
const LONGEST_MS = 12_000;

export class Layout {
  readonly #changed: (running: boolean) => void;
  readonly #ended: () => void;
  readonly #drew: (milliseconds: number) => void;
  #worker: Worker | null = null;

  /** `changed` hears of start and end, `ended` of actors that have come to rest, `drew` how long a drawn step took. */
  constructor(
    changed: (running: boolean) => void,
    ended: () => void = () => {},
    drew: (milliseconds: number) => void = () => {},
  ) {
    this.#changed = changed;
    this.#ended = ended;
    this.#drew = drew;
  }

  get running(): boolean {
    return this.#worker !== null;
  }

  /** Lay a graph out until it has settled; nodes with the attribute `held` stay. */
  start(graph: Graph): void {
    this.stop();
    if (graph.order < 2) return;
    const settings = settingsFor(graph.order);
    const { nodes, edges } = helpers.graphToByteArrays(graph, (_, { weight }) => Math.sqrt(weight ?? 1));
    hold(graph, nodes);
    const worker = new Worker(workerAddress(address), { type: "module" });
    this.#worker = worker;
    const began = performance.now();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    let left = roundsFor(graph.order);
    let next = 0;
    const ask = (matrix: ArrayBuffer, more: object = {}): void => {
      const most = Math.min(left, ROUNDS_AT_ONCE);
      worker.postMessage({ settings, nodes: matrix, most, ...more } satisfies LayoutTask, [matrix]);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<LayoutAnswer>) => {
      if (this.#worker !== worker) return;
      left -= data.rounds;
      const now = performance.now();
      const ended = left <= 0 || now - began > LONGEST_MS;
      if (ended || (!still && now >= next)) {
        place(graph, new Float32Array(data.nodes));
        // Drawing gets a quarter of the time at most, however slow the machine draws.
        next = Number.POSITIVE_INFINITY;
        requestAnimationFrame((frame) =>
          requestAnimationFrame(() => {
            const took = performance.now() - frame;
            this.#drew(took);
            next = performance.now() + 3 * took - 30;
          }),
        );
      }
      if (!ended) {
        ask(data.nodes);
        return;
      }
      this.#ended();
      this.stop();
    });
    this.#changed(true);
    ask(nodes.buffer, { edges: edges.buffer });
  }

  stop(): void {
    if (!this.#worker) return;
    this.#worker.terminate();
    this.#worker = null;
    this.#changed(false);
  }
}

// The library reads whether a node is fixed, which is what a person pins; more than that is held while others move.
function hold(graph: Graph, nodes: Float32Array): void {
  let from = FIXED - PER_NODE;
  graph.forEachNode((_, { held }) => {
    from += PER_NODE;
    nodes[from] = held ? 1 : 0;
  });
}

// The matrix holds the nodes in the graph's own order.
function place(graph: Graph, nodes: Float32Array): void {
  let from = -PER_NODE;
  graph.updateEachNodeAttributes(
    (_, attributes) => {
      from += PER_NODE;
      if (attributes.held) return attributes;
      attributes.x = nodes[from] ?? attributes.x;
      attributes.y = nodes[from + 1] ?? attributes.y;
      return attributes;
    },
    { attributes: ["x", "y"] },
  );
}

function settingsFor(order: number): ForceAtlas2Settings {
  return {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: order < 1000,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.06,
    slowDown: 1 + Math.log(order),
    barnesHutOptimize: order > 1500,
    barnesHutTheta: 0.6,
  };
}

function roundsFor(order: number): number {
  return order < 200 ? 600 : 300;
}
