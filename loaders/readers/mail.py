"""E-mail: .eml files and mbox folders, a message an article."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from sayso.loaders.readers.options import ReadingOptions
from sayso.loaders.readers.paragraphs import html_text
from sayso.loaders.readers.reader import ReadOutcome, SourceFile
from sayso.loaders.readers.record import document_of
from sayso.ontology.errors import RejectedInput

# What the standard library's parser meets in heads that no mail program writes.
_FAULTS = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError, RecursionError)


class MailReader:
    """The text is the message's plain body, else the words of its HTML one; attachments are left out."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the one message. Raises RejectedInput for what is none, or has no text."""
        yield document_of(message_record(source.whole(10 * options.max_bytes), source.name), source.name, source.stem)


class MailboxReader:
    """FILE:3 is the third message; one is kept in memory at a time."""

    def read(self, source: SourceFile, options: ReadingOptions) -> Iterator[ReadOutcome]:
        """Yield the messages. Raises RejectedInput for what is no mbox."""
        for number, data in enumerate(_messages(source, 10 * options.max_bytes), start=1):
            where = f"{source.name}:{number}"
            try:
                if data is None:
                    raise RejectedInput(where, "the message is larger than one article may be; raise --max-characters")
                yield document_of(message_record(data, where), where, f"{source.stem}:{number}")
            except RejectedInput as rejected:
                yield rejected


def message_record(data: bytes, where: str) -> dict[str, object]:
    """Return a message as a record. Raises RejectedInput where it has no head, or no text."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        if not isinstance(message, EmailMessage) or not message.keys():
            raise RejectedInput(where, "this is no e-mail: it has no head")
        body = message.get_body(("plain", "html"))
        content = body.get_content() if body is not None else None
        name, address = parseaddr(str(message.get("From", "")))
        head = {key: " ".join(str(message.get(key, "")).split()) for key in ("Subject", "Date", "Message-ID")}
    except _FAULTS as error:
        raise RejectedInput(where, f"a message that cannot be read ({error}); save its text") from error
    if body is None or not isinstance(content, str):
        raise RejectedInput(where, "there is no text in this message; leave it out")
    html = body.get_content_subtype() == "html"
    return {
        "text": html_text(content) if html else content.replace("\r\n", "\n"),
        "id": head["Message-ID"].strip("<> "),
        "title": head["Subject"],
        "published": head["Date"],
        "source": name or address,
        "language": str(message.get("Content-Language", "")).partition(",")[0],
    }


def _messages(source: SourceFile, limit: int) -> Iterator[bytes | None]:
    """Yield the messages of an mbox; None in the place of one over the limit."""
    lines: list[bytes] = []
    size, begun, empty = 0, False, True
    while line := source.stream.readline(limit + 1):
        if empty and line.startswith(b"From "):
            if begun:
                yield b"".join(lines) if size <= limit else None
            lines, size, begun = [], 0, True
        elif not begun and line.strip():
            raise RejectedInput(source.name, "this is no mbox: it does not begin with “From ”")
        else:
            size += len(line)
            if size <= limit:
                lines.append(line[1:] if line.lstrip(b">").startswith(b"From ") and line.startswith(b">") else line)
        empty = not line.strip()
    if begun:
        yield b"".join(lines) if size <= limit else None
