/** The formats of the service's exports, each with what opens it. A test holds the list to the service. */

export const FORMATS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Tables: { csv: "CSV", jsonl: "JSON lines", parquet: "Parquet", datapackage: "Data Package (zip)" },
  "Linked data": {
    turtle: "Turtle",
    trig: "TriG",
    nquads: "N-Quads",
    jsonld: "JSON-LD",
    claims: "ClaimReview (schema.org)",
    ftm: "FollowTheMoney",
  },
  Networks: {
    gexf: "Gephi (GEXF)",
    graphml: "GraphML",
    "graphml-yed": "yEd",
    cyjs: "Cytoscape (cyjs)",
    cx2: "Cytoscape (CX2)",
    graphology: "graphology",
    d3: "D3",
    dot: "Graphviz",
    pajek: "Pajek",
    ucinet: "UCINET",
    neo4j: "Neo4j",
    "nodes-edges": "Nodes and edges (CSV)",
    edges: "Edge list (CSV)",
    matrix: "Matrix (CSV)",
    obsidian: "Obsidian",
  },
};

/** Formats that know what a spreadsheet would compute. */
export const FOR_EXCEL: ReadonlySet<string> = new Set(["csv", "nodes-edges"]);
