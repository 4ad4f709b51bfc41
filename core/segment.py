"""Source -> the same source with paragraphs, noise and sentences."""

import re
from dataclasses import replace

from core.model import Paragraph, ParagraphKind, Sentence, Source

_BLOCK = re.compile(r"\S(?:.|\n(?!\s*\n))*")


def segment(source: Source) -> Source:
    """Cut a source into paragraphs and sentences.

    Args:
        source: A source as read.

    Returns:
        The same source with `paragraphs`, and with a title when it had none.
    """
    from sentencex import get_sentence_boundaries  # native, 2 ms to import

    paragraphs = []
    for index, block in enumerate(_BLOCK.finditer(source.text)):
        text = block.group().rstrip()
        start = block.start()
        sentences = []
        for cut in get_sentence_boundaries(source.language or "en", text):
            piece = text[cut["start_index"] : cut["end_index"]]
            bare = piece.strip()
            if bare:
                at = start + cut["start_index"] + len(piece) - len(piece.lstrip())
                sentences.append(Sentence(at, at + len(bare)))
        paragraphs.append(
            Paragraph(index, start, start + len(text), ParagraphKind.PARAGRAPH, None, tuple(sentences))
        )
    title = source.title or (source.text[paragraphs[0].start : paragraphs[0].end][:80] if paragraphs else "")
    return replace(source, paragraphs=tuple(paragraphs), title=" ".join(title.split()))
