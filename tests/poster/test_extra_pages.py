"""The votes of a round on a poster: dots on the notes, a page with the ranking, and nothing before it is revealed."""

from __future__ import annotations

import pytest

from canvas_files.problems import Problem
from canvas_files.rounds import close_round
from helpers.pdf_reading import reader_of
from helpers.sample_workshops import add_note, new_session
from helpers.voting import GOALS, opened, revealed, vote
from plakbord.poster.choices import Choices
from plakbord.poster.export import pdf_bytes
from plakbord.session import Session


@pytest.fixture
def session() -> Session:
    made = new_session("persona", title="Bakkerij")
    for number, text in enumerate(GOALS[:4]):
        add_note(made, text, "goals", x=3800 * (number % 2), y=3000 * (number // 2))
    return made


def pages(session: Session, choices: Choices) -> list[str]:
    return [page.extract_text() for page in reader_of(pdf_bytes(session.document, choices).data).pages]


def test_the_ranking_is_a_page_after_the_sheets(session: Session) -> None:
    voted_in = opened(session.store)
    vote(session.store, voted_in, "Anna", 1, 1, 2)
    vote(session.store, voted_in, "Bart", 2, 2, 2)
    revealed(session.store, voted_in)
    without, with_votes = pages(session, Choices()), pages(session, Choices(round=voted_in.id))
    assert len(with_votes) == len(without) + 1
    assert with_votes[-1].index(GOALS[1]) < with_votes[-1].index(GOALS[0])
    assert len(pages(session, Choices(round=voted_in.id, blank=True))) == 1


def spoken(data: bytes) -> set[str]:
    """What a screen reader says instead of pictures."""
    told: set[str] = set()

    def walk(node: object) -> None:
        item = getattr(node, "get_object", lambda: node)()
        if isinstance(item, dict):
            told.add(str(item.get("/Alt", "")))
            walk(item.get("/K", []))
        elif isinstance(item, list):
            for child in item:
                walk(child)

    walk(reader_of(data).trailer["/Root"]["/StructTreeRoot"])  # type: ignore[index]
    return told


def test_dots_hang_on_the_notes_and_are_read_aloud(session: Session) -> None:
    voted_in = opened(session.store)
    vote(session.store, voted_in, "Anna", 1, 1, 2)
    revealed(session.store, voted_in)
    assert not {"1 stip", "2 stippen"} & spoken(pdf_bytes(session.document, Choices()).data)
    assert {"1 stip", "2 stippen"} <= spoken(pdf_bytes(session.document, Choices(round=voted_in.id)).data)


def test_nothing_is_printed_before_it_is_revealed(session: Session) -> None:
    voted_in = opened(session.store)
    vote(session.store, voted_in, "Anna", 1)
    with pytest.raises(Problem):
        pages(session, Choices(round=voted_in.id))
    close_round(session.store, voted_in.id)
    with pytest.raises(Problem):
        pages(session, Choices(round=voted_in.id))
