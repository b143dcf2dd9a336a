"""Settings: one list, read from the environment when a command runs; an option goes over its setting."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict
from pyoxigraph import NamedNode

from sayso.graph.store.remote.address import Address, address, is_address
from sayso.loaders.readers.options import MAX_CHARACTERS
from sayso.ontology.errors import UsageError
from sayso.ontology.iris import BASE


def _iri(value: str) -> str:
    if not value.endswith(("/", "#")):
        raise ValueError("a base ends in / or #")
    return NamedNode(value).value


def _place(value: object) -> object:
    return address(str(value)) if isinstance(value, str | Path) and is_address(str(value)) else value


class Settings(BaseSettings):
    """Each is the environment variable SAYSO_ and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="SAYSO_", extra="ignore")

    store: Annotated[Path | Address, BeforeValidator(_place)] = Field(
        default=Path("sayso.store"), description="the store's folder, or the address of a SPARQL server that holds it"
    )
    store_update: str | None = Field(
        default=None, description="the address for updates, where the store is at an address"
    )
    store_authorization: SecretStr | None = Field(
        default=None, description="the Authorization header for a store at an address"
    )
    base: Annotated[str, AfterValidator(_iri)] = Field(
        default=BASE, description="what the IRIs of articles and actors begin with"
    )
    jobs: int = Field(default=1, ge=1, le=256, description="how many processes extract")
    min_confidence: float = Field(
        default=0.0, ge=0, le=1, description="the least confidence of a statement that is kept"
    )
    max_characters: int = Field(default=MAX_CHARACTERS, ge=1, description="the longest text of one article")


def read_settings(**options: object) -> Settings:
    """Return the settings; `options` that are not None go over the environment.

    Raises UsageError for a value that does not fit.
    """
    given = {name: value for name, value in options.items() if value is not None}
    try:
        settings = Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0])
        raise UsageError(f"--{name.replace('_', '-')} (or SAYSO_{name.upper()}): {first['msg']}") from error
    if isinstance(settings.store, Address):
        told = settings.store_authorization
        own = settings.store.authorization
        header = told.get_secret_value() if told is not None else own
        settings.store = address(settings.store.query, settings.store_update, header)
    return settings
