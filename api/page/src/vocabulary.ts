/** The words of the ontology. Made of the ontology's Turtle files by ontology/make_vocabulary.py; change those. */

export const ACTS = [
  "state",
  "deny",
  "reject",
  "accuse",
  "demand",
  "threaten",
  "warn",
  "promise",
  "propose",
  "intend",
  "support",
  "predict",
  "question",
] as const;
export type Act = (typeof ACTS)[number];

export const FORMS = ["direct", "indirect", "mixed"] as const;
export type Form = (typeof FORMS)[number];

export const STATUSES = ["said", "unsaid", "asked", "supposed"] as const;
export type Status = (typeof STATUSES)[number];

export const STANCES = ["for", "against"] as const;
export type Stance = (typeof STANCES)[number];

export const ACTOR_WORDS = ["person", "organisation", "country", "group"] as const;
export type ActorWord = (typeof ACTOR_WORDS)[number];

/** The prefixes that the service knows, without a PREFIX in the query. */
export const PREFIXES: Readonly<Record<string, string>> = {
  sayso: "https://w3id.org/sayso/ontology#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  owl: "http://www.w3.org/2002/07/owl#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  prov: "http://www.w3.org/ns/prov#",
  oa: "http://www.w3.org/ns/oa#",
  org: "http://www.w3.org/ns/org#",
  foaf: "http://xmlns.com/foaf/0.1/",
  dcterms: "http://purl.org/dc/terms/",
  schema: "https://schema.org/",
};
