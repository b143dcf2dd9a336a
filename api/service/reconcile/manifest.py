"""The manifest: what this service matches, and where its further services are."""

from __future__ import annotations

from importlib.metadata import version

from sayso.api.service.reconcile.messages import MOST_QUERIES
from sayso.graph.model.json_value import Json
from sayso.graph.reconcile.entity import KINDS
from sayso.graph.reconcile.properties import PROPERTIES
from sayso.ontology.namespaces import SAYSO

_ACTOR: dict[str, Json] = {"id": "Actor", "name": "actor"}
_PREVIEW = (420, 200)


def types() -> list[dict[str, Json]]:
    """List the types: actors that can speak or be spoken about, and the kinds of these."""
    kinds: list[dict[str, Json]] = [{"id": id_, "name": name, "broader": [_ACTOR]} for id_, name in KINDS.items()]
    return [_ACTOR, *kinds]


def properties(type_: str = "") -> list[dict[str, Json]]:
    """List the properties that actors of a type can have; of all actors for a type that is none of the kinds."""
    return [
        {"id": each.id, "name": each.name, "description": each.description}
        for each in PROPERTIES.values()
        if type_ not in KINDS or type_ in each.of
    ]


def manifest(address: str, base: str) -> Json:
    """Return the manifest of a service at an address that ends without a slash; ids go after `base`."""

    def service(path: str) -> dict[str, Json]:
        return {"service_url": address, "service_path": f"/reconcile{path}"}

    width, height = _PREVIEW
    limit: Json = {
        "name": "limit",
        "label": "Limit",
        "type": "number",
        "default": 0,
        "help_text": "The most values of a row; 0 for all",
    }
    return {
        "versions": ["0.2"],
        "name": "SaySo: actors who say, and of whom is said",
        "identifierSpace": base,
        "schemaSpace": SAYSO,
        "documentation": f"{address}/docs",
        "serviceVersion": version("sayso"),
        "defaultTypes": [*types()],
        "view": {"url": f"{address}/id/{{{{id}}}}"},
        "preview": {"url": f"{address}/reconcile/preview?id={{{{id}}}}", "width": width, "height": height},
        "suggest": {
            "entity": {**service("/suggest/entity"), "flyout_service_path": "/reconcile/flyout?id=${id}"},
            "type": service("/suggest/type"),
            "property": service("/suggest/property"),
        },
        "extend": {"propose_properties": service("/properties"), "property_settings": [limit]},
        "batchSize": MOST_QUERIES,
    }
