declare module "graphology-layout-forceatlas2/iterate.js" {
  import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
  export default function iterate(settings: ForceAtlas2Settings, nodes: Float32Array, edges: Float32Array): void;
}

declare module "graphology-layout-forceatlas2/helpers.js" {
  import type Graph from "graphology";

  interface Matrices {
    nodes: Float32Array<ArrayBuffer>;
    edges: Float32Array<ArrayBuffer>;
  }
  const helpers: {
    graphToByteArrays(graph: Graph, weight: (edge: string, attributes: { weight?: number }) => number): Matrices;
  };
  export default helpers;
}
