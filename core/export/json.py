"""A comparison as the JSON document `sidelight/1`."""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from core.marks import Marks, matrix, passage_marks
from core.model import Cell, Comparison, Finding, Link, Mark, Passage, Source, Status
from core.version import VERSION

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def to_json(comparison: Comparison) -> str:
    """Write a comparison as one JSON document.

    Args:
        comparison: What to write.

    Returns:
        The document: keys in a fixed order, each source, passage, link and finding on a line; scores with two
        decimals, shares (0-1) with four; offsets are characters, half-open, into each source's text. It ends
        with a newline and can be written as UTF-8 whatever the labels hold.

    Raises:
        ValueError: a score is not a finite number.
    """
    marks = {p.id: passage_marks(comparison, p) for p in comparison.passages}
    ids = [s.id for s in comparison.sources]
    shared = [[round(share, 4) for share in row] for row in matrix(comparison)]
    parts = (
        ("format", "sidelight/1"),
        ("tool", {"name": "sidelight", "version": VERSION}),
        ("settings", {name: getattr(comparison.settings, name) for name in ("threshold", "language")}),
        ("sources", (_source(s) for s in comparison.sources)),
        ("passages", (_passage(p, marks[p.id]) for p in comparison.passages)),
        ("links", (_link(x) for x in comparison.links)),
        ("findings", (_finding(f) for f in comparison.findings)),
        ("matrix", {"ids": ids, "shared": shared}),
        ("counts", _counts(comparison)),
    )
    text = ",\n".join(f' "{name}": {_written(value)}' for name, value in parts)
    return _LONE_SURROGATES.sub("\ufffd", f"{{\n{text}\n}}\n")


def _written(value: object) -> str:
    """A value on one line, each of many on its own: with an indent, the encoder in C would not be used."""
    if not isinstance(value, Iterator):
        return _ENCODER.encode(value)
    items = ",\n".join(f"  {_ENCODER.encode(item)}" for item in value)
    return f"[\n{items}\n ]" if items else "[]"


def _source(s: Source) -> dict[str, Any]:
    return {
        "id": s.id,
        "title": s.title,
        "origin": s.origin,
        "outlet": s.outlet,
        "published": s.published,
        "url": s.url,
        "language": s.language,
        "sha256": sha256(s.text.encode()).hexdigest(),
        "words": len(s.text.split()),
        "warnings": list(s.warnings),
        "text": s.text,
        "paragraphs": [
            {"index": p.index, "start": p.start, "end": p.end, "kind": p.kind, "reason": p.reason}
            for p in s.paragraphs
        ],
    }


def _cell(c: Cell) -> dict[str, Any]:
    return {"source": c.source, "paragraph": c.paragraph, "start": c.start, "end": c.end}


def _mark(m: Mark) -> dict[str, Any]:
    return {"start": m.start, "end": m.end, "mark": m.mark}


def _passage(p: Passage, marks: Marks) -> dict[str, Any]:
    return {
        "id": p.id,
        "status": p.status,
        "wording": p.wording,
        "moved": list(p.moved),
        "cells": [
            _cell(c) | {"marks": [_mark(m) for m in own]} for c, own in zip(p.cells, marks, strict=True)
        ],
        "findings": list(p.findings),
    }


def _link(x: Link) -> dict[str, Any]:
    return {"a": _cell(x.a), "b": _cell(x.b), "score": round(x.score, 2)}


def _finding(f: Finding) -> dict[str, Any]:
    return {
        "id": f.id,
        "kind": f.kind,
        "passage": f.passage,
        "label": f.label,
        "readings": [
            {
                "value": r.value,
                "sources": list(r.sources),
                "spans": [{"source": s.source, "start": s.start, "end": s.end} for s in r.spans],
            }
            for r in f.readings
        ],
    }


def _counts(c: Comparison) -> dict[str, int]:
    by = {status: sum(p.status is status for p in c.passages) for status in Status}
    return {
        "sources": len(c.sources),
        "passages": len(c.passages),
        "agree": by[Status.AGREE],
        "diverge": by[Status.DIVERGE],
        "only": by[Status.ONLY],
        "findings": len(c.findings),
    }
