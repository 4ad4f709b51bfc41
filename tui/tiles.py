"""Composing widgets that lie side by side, without cutting each of their lines at every edge."""

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class Tiles(Compositor):
    """A compositor that asks nothing of what is covered, and cuts only lines that something stands on.

    The toolkit's own has every widget drawn, also the grounds beneath all others, and cuts all their lines at
    each edge on them: half of a frame.
    """

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """The pieces of each line that is drawn, by the cell where they begin."""
        cuts = self.cuts
        chops: list[dict[int, Strip]] = [{} for _ in cuts]
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            lines = [y for y in seen.line_range if is_rendered_line(y) and len(chops[y]) < len(cuts[y]) - 1]
            if not lines or not seen.width or not crop.overlaps(clip):
                continue
            within = Region(seen.x - region.x, lines[0] - region.y, seen.width, lines[-1] + 1 - lines[0])
            drawn = dict(
                zip(within.translate(region.offset).line_range, widget.render_lines(within), strict=False)
            )
            for y in lines:
                if y in drawn:  # a widget that is about to be told its size draws fewer lines, or none
                    _lay(chops[y], drawn[y], [c for c in cuts[y] if seen.x <= c <= seen.right])
        whole = [{cut: line.get(cut) for cut in edges[:-1]} for line, edges in zip(chops, cuts, strict=True)]
        return cast("Sequence[Mapping[int, Strip]]", whole)  # as the toolkit does: None is not drawn


def _lay(line: dict[int, Strip], strip: Strip, edges: Sequence[int]) -> None:
    """Lay what is drawn between some edges where nothing lies yet."""
    if len(edges) == 2:
        line.setdefault(edges[0], strip)
    elif any(edge not in line for edge in edges[:-1]):
        pieces = strip.divide([edge - edges[0] for edge in edges[1:]])
        for edge, piece in zip(edges, pieces, strict=False):
            line.setdefault(edge, piece)
