"""Paths and streams -> sources: the only reader of articles.

Light to import: what decodes and reads pages is imported when there is something to read.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from core.errors import ReadError
from core.frozen import frozen
from core.read.files import (
    articles_in,
    is_data,
    is_folder,
    is_report,
    read_file,
    read_stream,
    real_path,
    shown,
)
from core.settings import Limits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from core.model import Source

_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_HTML = frozenset({".htm", ".html", ".xhtml"})
REPORT = "a report of Sidelight on a comparison, no account of the event"
"""What is noted of a source that is one, named on its own."""
_STANDARD_INPUT = "standard input"
_NAMED = 5
"""Files of several that could not be read that are told beside the first, with the reason of each."""


@frozen()
class Loaded:
    """What became of the paths a reader gave."""

    sources: tuple[Source, ...]
    """The articles, in the order given, without IDs and paragraphs; never empty."""
    problems: tuple[ReadError, ...]
    """One for each file or folder that could not be taken in."""


def load(paths: Sequence[str], limits: Limits | None = None, stdin: BinaryIO | None = None) -> Loaded:
    """Read articles.

    Args:
        paths: Files, folders (their articles in natural order) and "-" for standard input.
        limits: How much is read; the defaults are those of `Limits`.
        stdin: What "-" stands for.

    Returns:
        The articles that could be read, and why the others could not.

    Raises:
        ReadError: there is no article at all; it says why.
    """
    limits = limits or Limits()
    sources: list[Source] = []
    problems: list[ReadError] = []
    streams = iter([stdin] if stdin else [])
    for item, again in _once(_items(paths, limits)):
        try:
            if isinstance(item, ReadError):
                problems.append(item)
            elif len(sources) >= limits.files:
                reason = f"left out: one comparison takes at most {limits.files} articles"
                problems.append(ReadError(shown(item), reason))
            else:
                source = _source(item, limits, next(streams, None) if item == "-" else None)
                warned = (f"{shown(item)}: given more than once, read once",) * again
                source = replace(source, warnings=(*source.warnings, *warned))
                sources.append(_fitting(source, sources, limits))
        except ReadError as problem:
            problem.file = os.fsencode(item) if isinstance(item, str) else None
            problems.append(problem)
    if not sources:
        raise _nothing(problems)
    return Loaded(tuple(sources), tuple(problems))


def _items(paths: Sequence[str], limits: Limits) -> Iterator[str | ReadError]:
    """The files that the paths stand for, and what keeps a folder from being read."""
    for path in paths:
        if path == "-" or not is_folder(path):
            yield path
            continue
        try:
            yield from articles_in(path, limits)
        except ReadError as problem:
            yield problem


def _once(items: Iterable[str | ReadError]) -> Iterable[tuple[str | ReadError, bool]]:
    """Each item, and whether it is named again: a file and its folder, or a link to it, are one article."""
    found: dict[object, tuple[str | ReadError, bool]] = {}
    for item in items:
        key = real_path(item) if isinstance(item, str) and item != "-" else object()
        found[key] = (found[key][0], True) if key in found else (item, False)
    return found.values()


def _source(path: str, limits: Limits, stream: BinaryIO | None) -> Source:
    """One article."""
    from core.model import Source
    from core.read.decode import UnreadableBytes, decode
    from core.read.html import Page, declared_encoding, read_page

    if path == "-":
        if stream is None:
            raise ReadError(_STANDARD_INPUT, "can be read once, and only when something is piped in")
        name, data = _STANDARD_INPUT, read_stream(stream, _STANDARD_INPUT, limits)
    else:
        name, data = shown(path), read_file(path, limits)
    if is_data(data):
        raise ReadError(name, f"is {REPORT}: give the articles that it was made of")
    suffix = PurePath(path).suffix.lower()
    try:
        text, warnings = decode(data, declared_encoding(data) if suffix in _HTML else None)
    except UnreadableBytes as refusal:
        raise ReadError(name, str(refusal)) from None
    if is_report(data):
        warnings = (*warnings, REPORT)
    page = read_page(text) if suffix in _HTML else Page()
    if suffix in _HTML and not page.text:
        warnings = (*warnings, "read as plain text: its HTML shows nothing")
    return Source.from_text(
        page.text or text,
        origin=None if path == "-" else name,
        file=None if path == "-" else os.fsencode(path),
        outlet=page.outlet,
        published=page.published,
        url=page.url,
        language=page.language,
        markdown=True if suffix in _MARKDOWN else False if suffix in _HTML else None,
        page=bool(page.text),
        warnings=tuple(f"{name}: {warning}" for warning in warnings),
    )


def _fitting(source: Source, before: Sequence[Source], limits: Limits) -> Source:
    """The source, if there is room for it beside those read before."""
    from core.bounds import too_long

    if reason := too_long([*before, source], limits):
        raise ReadError(source.origin or _STANDARD_INPUT, f"left out: {reason}")
    return source


def _nothing(problems: Sequence[ReadError]) -> ReadError:
    """The error of a reading that gave no article."""
    if not problems:
        return ReadError("no articles", "name at least one file or folder")
    first, *others = problems
    rest = f"; and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    told = "; ".join((first.reason, *map(str, others[:_NAMED])))
    return ReadError(first.path, told + rest) if others else first
