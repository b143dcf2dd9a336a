/** Moves the actors, away from the page's own thread. */

import iterate from "graphology-layout-forceatlas2/iterate.js";
import type { LayoutTask } from "./layout.ts";

let edges = new Float32Array();

addEventListener("message", ({ data }: MessageEvent<LayoutTask>) => {
  if (data.edges) edges = new Float32Array(data.edges);
  const nodes = new Float32Array(data.nodes);
  // As many rounds as fit into a frame or so: small graphs settle at once, large ones stay smooth.
  const until = performance.now() + 30;
  let rounds = 0;
  do {
    iterate(data.settings, nodes, edges);
    rounds++;
  } while (rounds < data.most && performance.now() < until);
  postMessage({ nodes: nodes.buffer, rounds }, { transfer: [nodes.buffer] });
});
