/** Queries to begin with: the service describes itself with those of its catalogue, and three short ones come before. */

import type { Api } from "../../api.ts";

export interface Example {
  readonly label: string;
  readonly text: string;
}

const SHACL = "http://www.w3.org/ns/shacl#";
const RDFS = "http://www.w3.org/2000/01/rdf-schema#";

export const SHORT: readonly Example[] = [
  {
    label: "Who said what about whom",
    text: `SELECT ?speaker ?act ?about ?words ?statement WHERE {
  ?statement sayso:speaker [ rdfs:label ?speaker ] ;
             sayso:about [ rdfs:label ?about ] ;
             sayso:act [ skos:notation ?act ] ;
             sayso:content ?words .
}
LIMIT 100`,
  },
  {
    label: "A graph of who demands what of whom",
    text: `CONSTRUCT { ?by sayso:demandedOf ?of } WHERE {
  ?demand sayso:demandedBy ?by ; sayso:demandedOf ?of .
}`,
  },
  {
    label: "What kinds of things there are",
    text: "SELECT ?kind (COUNT(*) AS ?count) WHERE { ?thing a ?kind }\nGROUP BY ?kind ORDER BY DESC(?count)",
  },
];

type Node = Readonly<Record<string, readonly { "@value"?: string }[] | string>>;

export async function catalogue(api: Api, signal: AbortSignal): Promise<Example[]> {
  const told = await api.json<Node[] | { "@graph": Node[] }>("sparql", {
    headers: { accept: "application/ld+json" },
    signal,
  });
  const nodes = Array.isArray(told) ? told : told["@graph"];
  const value = (node: Node, property: string): string => {
    const found = node[property];
    return typeof found === "object" ? (found[0]?.["@value"] ?? "") : "";
  };
  return nodes
    .map((node) => ({
      label: `${value(node, `${RDFS}label`)}: ${value(node, `${RDFS}comment`)}`,
      text: value(node, `${SHACL}select`),
    }))
    .filter(({ text }) => text)
    .sort((one, other) => one.label.localeCompare(other.label));
}
