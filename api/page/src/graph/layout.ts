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
const ROUNDS_AT_ONCE = 20;
const LONGEST_MS = 12_000;

export class Layout {
  readonly #graph: Graph;
  readonly #changed: () => void;
  #worker: Worker | null = null;

  /** `changed` is called once the layout has started or ended. */
  constructor(graph: Graph, changed: () => void) {
    this.#graph = graph;
    this.#changed = changed;
  }

  get running(): boolean {
    return this.#worker !== null;
  }

  /** Lay the graph out until it has settled; nodes with the attribute `fixed` stay. */
  start(): void {
    this.stop();
    const graph = this.#graph;
    if (graph.order < 2) return;
    const settings = settingsFor(graph.order);
    const { nodes, edges } = helpers.graphToByteArrays(graph, (_, { weight }) => Math.sqrt(weight ?? 1));
    const worker = new Worker(workerAddress(address), { type: "module" });
    this.#worker = worker;
    const ids = graph.nodes();
    const began = performance.now();
    let left = roundsFor(graph.order);
    const ask = (matrix: ArrayBuffer, more: object = {}): void => {
      const most = Math.min(left, ROUNDS_AT_ONCE);
      worker.postMessage({ settings, nodes: matrix, most, ...more } satisfies LayoutTask, [matrix]);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<LayoutAnswer>) => {
      if (this.#worker !== worker) return;
      this.#place(ids, new Float32Array(data.nodes));
      left -= data.rounds;
      if (left > 0 && performance.now() - began < LONGEST_MS) ask(data.nodes);
      else this.stop();
    });
    ask(nodes.buffer, { edges: edges.buffer });
    this.#changed();
  }

  stop(): void {
    if (!this.#worker) return;
    this.#worker.terminate();
    this.#worker = null;
    this.#changed();
  }

  #place(ids: readonly string[], nodes: Float32Array): void {
    const at = new Map(ids.map((id, index) => [id, index * PER_NODE]));
    this.#graph.updateEachNodeAttributes(
      (id, attributes) => {
        const from = at.get(id);
        if (from === undefined || attributes.fixed) return attributes;
        attributes.x = nodes[from] ?? attributes.x;
        attributes.y = nodes[from + 1] ?? attributes.y;
        return attributes;
      },
      { attributes: ["x", "y"] },
    );
  }
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
