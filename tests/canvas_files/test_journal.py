"""The journal: what was changed is in it, however it ends, and read back it is the workshop as it was."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from canvas_files import journal as journals
from canvas_files import journal_text
from canvas_files.disk import Disk
from canvas_files.document import Document
from canvas_files.file import encode
from canvas_files.frames import bodies, framed
from canvas_files.journal import Journal
from canvas_files.journal_text import line_of, read_journal, replayed
from canvas_files.json_text import to_json
from canvas_files.keeping import Keeping
from canvas_files.problems import Problem
from canvas_files.records import WORKSHOP, Note, Record
from canvas_files.shelf import Shelf
from helpers.crash_lives import blank, change
from helpers.documents import SESSIONS, documents, records


@given(st.lists(st.binary(max_size=200), max_size=5), st.integers(0, 10_000), st.integers(0, 255))
def test_frames_come_back_whole_or_not_at_all(parts: list[bytes], where: int, letter: int) -> None:
    data = b"".join(map(framed, parts))
    assert [body for body, _ in bodies(data)] == parts
    torn = [body for body, _ in bodies(data[: where % (len(data) + 1)])]
    assert torn == parts[: len(torn)]
    if data:
        place = where % len(data)
        damaged = data[:place] + bytes([letter]) + data[place + 1 :]
        whole = [body for body, _ in bodies(damaged)]
        assert damaged == data or whole == parts[: len(whole)]


@SESSIONS
@given(documents(), st.lists(st.lists(records, max_size=3), max_size=6), st.data())
def test_a_replayed_journal_is_the_document(start: Document, steps: list[list[Record]], data: st.DataObject) -> None:
    """Whatever the records hold: fields and kinds of a newer version, lone surrogates, huge numbers."""
    document = Document(start.records.values(), document_id=start.document_id, revision=start.store.revision)
    document.store._rules = ()
    lines: list[bytes] = []
    document.store.listen(lambda done: lines.append(line_of(document.store.revision, 0.0, done)))
    whole = encode(document)
    for step in steps:
        with document.store.transaction() as tx:
            for record in step:
                if record.id != WORKSHOP:
                    tx.put(record)
            names = [name for name in tx.records if name != WORKSHOP]
            if names and data.draw(st.booleans()):
                tx.remove(data.draw(st.sampled_from(sorted(names))))
    head = journals.beginning(journals.Head(start.document_id), whole)
    read = replayed(read_journal(head + b"".join(lines), "journal"))
    assert encode(read) == encode(document)


def test_a_torn_journal_gives_every_change_before_the_tear(tmp_path: Path) -> None:
    document = blank()
    keeping = Keeping(document, Shelf(tmp_path))
    document.store.listen(keeping.on_change)
    ends = []
    for _ in range(12):
        change(document)
        assert keeping.journal.path is not None
        ends.append(keeping.journal.path.stat().st_size)
    assert keeping.journal.path is not None
    data = keeping.journal.path.read_bytes()
    keeping.close()
    for cut in range(ends[0], len(data) + 1):
        assert read_journal(data[:cut], "journal").revision == sum(end <= cut for end in ends)


def test_before_the_first_change_nothing_is_written(tmp_path: Path) -> None:
    keeping = Keeping(blank(), Shelf(tmp_path / "private"))
    keeping.journal.sync()
    keeping.close()
    assert list(tmp_path.iterdir()) == []


def test_a_long_journal_is_begun_anew(tmp_path: Path) -> None:
    document = blank()
    keeping = Keeping(document, Shelf(tmp_path))
    document.store.listen(keeping.on_change)
    for _ in range(journals.MOST_CHANGES):
        assert not keeping.journal.full
        change(document)
    assert keeping.journal.full
    assert keeping.journal.path is not None
    large = keeping.journal.path.stat().st_size
    keeping.renew_journal(document.snapshot())
    assert not keeping.journal.full
    (left,) = (tmp_path / "journals").iterdir()
    assert left == keeping.journal.path
    assert left.stat().st_size < large / 50
    assert read_journal(left.read_bytes(), "journal").revision == document.store.revision
    keeping.close()


def test_large_changes_are_too_long_before_they_are_too_many(tmp_path: Path) -> None:
    journal = Journal("x" * 9, [tmp_path], b"", 0, Disk())
    journal.append(1, framed(b"x" * journals.MOST_BYTES))
    assert journal.full
    journal.close()


def test_changes_made_while_the_journal_is_begun_anew_are_in_it(tmp_path: Path) -> None:
    """A disk that lets changes in at every step it takes."""
    document, random = blank(), Random(1)

    class BusyDisk(Disk):
        def sync(self, handle: int) -> None:
            for _ in range(random.randrange(4)):
                change(document)
            super().sync(handle)

    keeping = Keeping(document, Shelf(tmp_path), disk=BusyDisk())
    document.store.listen(keeping.on_change)
    change(document)
    for number in range(20):
        keeping.renew_journal(document.snapshot())
        if number % 5 == 4:
            keeping.save(document.snapshot(), tmp_path / "file.plakbord")
        assert keeping.journal.written == document.store.revision
        path = keeping.journal.path
        if path is not None:
            read = replayed(read_journal(path.read_bytes(), "journal"))
            assert {k: v for k, v in read.records.items() if isinstance(v, Note)} == {
                k: v for k, v in document.records.items() if isinstance(v, Note)
            }
    keeping.close()


def written(document: Document, *lines: dict[str, Any]) -> bytes:
    """A journal of a workshop with these lines."""
    head = journals.beginning(journals.Head(document.document_id), encode(document))
    return head + b"".join(framed(to_json(line)) for line in lines)


def test_what_is_no_record_or_template_in_a_journal_stops_nothing() -> None:
    sound = Note(id="note:1", sheet="sheet:1", zone="z").fields()
    data = written(
        blank(),
        {"revision": 1, "put": [{"id": 5}, sound], "templates": [{"id": "broken"}]},
        {"revision": 2, "gone": [WORKSHOP]},
    )
    read = replayed(read_journal(data, "journal"))
    assert set(read.records) == {WORKSHOP, "sheet:1", "note:1"}  # there is no workshop without
    assert read.store.revision == 2
    assert [problem.key for problem in read.problems] == ["bad_template"]
    assert read.raw_templates == [{"id": "broken"}]


def test_a_journal_has_its_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(blank(), *({"revision": number} for number in range(1, 6)))
    monkeypatch.setattr(journal_text, "MOST_LINES", 3)
    reading = read_journal(data, "journal")
    assert (reading.revision, reading.lost > 0) == (3, True)
    monkeypatch.setattr(journal_text, "LARGEST_JOURNAL", len(data) - 1)
    with pytest.raises(Problem) as told:
        read_journal(data, "journal")
    assert told.value.key == "too_large"
