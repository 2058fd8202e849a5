"""Which text each glyph stands for, so that text copied from paper or read aloud is the text that was typed."""

from __future__ import annotations

from plakbord.sheet.text.runs import Unit, face_of


def cluster_texts(unit: Unit) -> tuple[str, ...]:
    """For every glyph of a unit the text it carries: the widest glyph of a cluster carries all of it, the others "".

    Joined in reading order (reversed for right-to-left units) they are the unit's text; a unit without glyphs has none.
    """
    advance = face_of(unit).advance
    carriers: dict[int, int] = {}
    widest: dict[int, float] = {}
    for at, (gid, cluster) in enumerate(zip(unit.glyphs, unit.clusters, strict=True)):
        width = advance(gid)
        if cluster not in carriers or width > widest[cluster]:
            carriers[cluster] = at
            widest[cluster] = width
    if not carriers:
        return ()
    starts = sorted(carriers)
    texts = [""] * len(unit.glyphs)
    begin = 0  # not starts[0]: characters without a glyph before the first one belong to it
    for start, end in zip(starts, [*starts[1:], len(unit.text)], strict=True):
        texts[carriers[start]] = unit.text[begin:end]
        begin = end
    return tuple(texts)
