"""A comparison as Markdown to paste into a memo. A first form: the counts."""

from core.model import Comparison


def to_markdown(comparison: Comparison) -> str:
    """Write a comparison as Markdown."""
    return f"# {len(comparison.sources)} sources, {len(comparison.passages)} passages\n"
