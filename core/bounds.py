"""What is too much for one comparison, counted before the work is done.

Counted, never timed: the same articles are refused on every machine.
"""

import re
from collections.abc import Sequence

from core.model import Link, Source
from core.settings import Limits

_LINE = re.compile(r"\S[^\n]*")


def too_long(sources: Sequence[Source], limits: Limits) -> str:
    """Why some sources are too much to be cut into sentences; empty when they are not."""
    if sum(len(s.text.encode()) for s in sources) > limits.text_bytes:
        return f"one comparison takes at most {limits.text_bytes / 1e6:g} MB of text (--limit text_bytes=N)"
    few = sum(s.text.count("\n") + 1 for s in sources) <= limits.lines
    if not few and sum(len(_LINE.findall(s.text)) for s in sources) > limits.lines:
        return f"one comparison takes at most {limits.lines:,} lines that are not blank (--limit lines=N)"
    return ""


def too_many(articles: Sequence[Source], limits: Limits) -> str:
    """Why some articles, cut into sentences, are too much to be aligned; empty when they are not."""
    rising = sorted(sum(len(p.sentences) for p in article.paragraphs) for article in articles)
    if sum(count * others for others, count in enumerate(reversed(rising))) > limits.pairs:
        return f"one comparison takes at most {limits.pairs:,} pairs of sentences (--limit pairs=N)"
    return ""


def too_alike(articles: Sequence[Source], links: Sequence[Link], limits: Limits) -> str:
    """Why some links are too many, or their sentences too long, to be judged; empty when they are not."""
    if len(links) > limits.links:
        return f"one comparison takes at most {limits.links:,} links (--limit links=N)"
    texts = {article.id: article.text for article in articles}
    cells = (cell for link in links for cell in (link.a, link.b))
    if sum(len(texts[c.source][c.start : c.end].encode()) for c in cells) > limits.linked_bytes:
        most = f"{limits.linked_bytes / 1e6:g} MB of text in its links"
        return f"one comparison takes at most {most}, both sides of each (--limit linked_bytes=N)"
    return ""
