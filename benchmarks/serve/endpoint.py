"""rdflib-endpoint with oxrdflib over a database: `python -m benchmarks.serve.endpoint DATABASE PORT`."""

from __future__ import annotations

import sys

import pyoxigraph as ox
import uvicorn
from oxrdflib import OxigraphStore
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint

if __name__ == "__main__":
    graph = Dataset(store=OxigraphStore(store=ox.Store.read_only(sys.argv[1])), default_union=True)
    uvicorn.run(SparqlEndpoint(graph=graph, path="/sparql"), port=int(sys.argv[2]), log_level="warning")
