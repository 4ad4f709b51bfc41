"""Sources made for tests: segmented by hand, so that nothing but the stage under test decides."""

from collections.abc import Sequence

from core.model import Paragraph, ParagraphKind, Sentence, Source, source_id


def article(number: int, *paragraphs: Sequence[str]) -> Source:
    """A segmented source of paragraphs given as sentences; one list alone is cut at every sentence."""
    blocks = [[s] for s in paragraphs[0]] if len(paragraphs) == 1 else paragraphs
    text, made = "", []
    for index, block in enumerate(blocks):
        start = len(text)
        sentences = []
        for sentence in block:
            at = len(text)
            text += sentence + " "
            sentences.append(Sentence(at, len(text) - 1))
        made.append(Paragraph(index, start, len(text) - 1, ParagraphKind.PARAGRAPH, None, tuple(sentences)))
        text = text[:-1] + "\n\n"
    return Source(text, f"Article {number}", id=source_id(number), paragraphs=tuple(made))
