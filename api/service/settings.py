"""Settings of the service: one list, read from the environment when it starts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from sayso.loaders.readers.options import MAX_CHARACTERS
from sayso.ontology.errors import UsageError


class ServiceSettings(BaseSettings):
    """Each is the environment variable SAYSO_ and its name in capitals; docs/service.md lists them."""

    model_config = SettingsConfigDict(env_prefix="SAYSO_", extra="ignore")

    api_key: str = Field(
        default="", description="keys: a key, or name=key,name=key, or name:role+role=key; without roles a key has all"
    )
    public: str = Field(
        default="read,extract", description="the roles that need no key, with commas between; empty: all need one"
    )
    hosts: str = Field(
        default="", description="host names, besides the loopback's, that requests may name, with commas between"
    )
    cors_origins: str = Field(
        default="", description="origins whose pages may read answers, with commas between; * for all"
    )
    full_text: Literal["on", "off"] = Field(
        default="on", description="off: no article's whole text is given away, sentences only"
    )
    blind: Literal["until-done", "always"] = Field(
        default="until-done", description="how long coders do not see each other's codings: until-done, always"
    )
    readers: int = Field(default=2, ge=1, le=64, description="how many queries are answered at once")
    reader_memory_mb: int = Field(default=2048, ge=256, description="the memory of one reader, in MB")
    queue: int = Field(default=256, ge=0, description="how many queries wait for a reader; more are sent away with 503")
    client_queue: int = Field(
        default=64, ge=1, description="how many of these are one client's; more are sent away with 429"
    )
    queue_seconds: float = Field(default=10, gt=0, description="how long a query waits for a reader")
    query_seconds: float = Field(default=30, gt=0, description="how long a query may take")
    short_seconds: float = Field(
        default=0.5,
        ge=0,
        description="after how long a query is a long one; one reader is kept from these; 0: all are alike",
    )
    client_header: str = Field(
        default="", description="the header in which a proxy tells the client's address, such as X-Forwarded-For"
    )
    answer_seconds: float = Field(default=300, gt=0, description="how long a client may take to read an answer")
    client_seconds: float = Field(
        default=60, gt=0, description="how long a client may take to send a request, and to go on reading an answer"
    )
    connections: int = Field(default=512, ge=1, description="how many connections are open at once")
    max_rows: int = Field(default=1_000_000, ge=1, description="the most rows or triples of one answer")
    max_answer_mb: int = Field(default=1024, ge=1, description="the longest answer, in MB")
    max_request_kb: int = Field(default=1024, ge=1, description="the longest body of a request, in KB")
    writer_memory_mb: int = Field(default=4096, ge=256, description="the memory of the writer, in MB")
    write_seconds: float = Field(default=60, gt=0, description="how long a write may take, and wait for its turn")
    extractors: int = Field(default=1, ge=1, le=64, description="how many articles are extracted at once")
    extractor_memory_mb: int = Field(default=4096, ge=1024, description="the memory of one extractor, in MB")
    extract_seconds: float = Field(
        default=60, gt=0, description="how long the extraction of an article may take, and wait"
    )
    max_characters: int = Field(default=MAX_CHARACTERS, ge=1, description="the longest text of one article")
    min_confidence: float = Field(
        default=0.0, ge=0, le=1, description="the least confidence of a statement that is kept"
    )
    max_write_kb: int = Field(default=32768, ge=1, le=65536, description="the longest body of a write, in KB")
    log: Literal["json", "text", "off"] = Field(
        default="json", description="how each request is noted on the standard error: json, text, off"
    )
    cache_mb: int = Field(default=64, ge=0, description="the memory for repeated answers, in MB; 0 for none")


def read_service_settings(**options: object) -> ServiceSettings:
    """Return the settings; `options` go over the environment. Raises UsageError for a value that does not fit."""
    try:
        return ServiceSettings(**options)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise UsageError(f"SAYSO_{str(first['loc'][0]).upper()}: {first['msg']}") from error
