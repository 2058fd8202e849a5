"""Strategies for Hypothesis: JSON as anybody may write it, records, and whole documents. Bytes of random files, made
faster, are in random_files."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from canvas_files import order
from canvas_files.document import Document
from canvas_files.facts import BY_NAME, HOWS, ROLES, clean_facts
from canvas_files.plain_text import clean_text
from canvas_files.records import KINDS, WORKSHOP, Cluster, Entry, Link, Note, Record, Remark, Sheet, Unknown, Workshop
from helpers.random_files import joined

SESSIONS = settings(max_examples=max(300, settings.default.max_examples if settings.default else 0))
"""For random sessions: 300 in the normal run, what the thorough profile says otherwise."""

ODD_CHARACTERS = '\x00\x1b\x7f\x85\u2028\u202e\u2066\ufeff\uffff\ud800\udfffé\u0301ß漢👩🏽‍🔬"\\/{}[],: \t\r\n'

any_text = st.text(st.characters() | st.sampled_from(ODD_CHARACTERS), max_size=20).map(joined)
"""Every character there is, lone surrogates and control characters among them."""
good_text = any_text.map(clean_text)
ids = st.sampled_from(("a", "b", "c", "note:1", "sheet:1", "é", "\ud800")) | any_text.filter(bool)
places = st.integers(-1_000_000, 1_000_000)
extents = st.integers(100, 200_000)
order_keys = st.sampled_from(order.keys_after(None, 20)) | good_text

json_values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(2**63, 2**70)
    | st.just(10**300)
    | st.floats(allow_nan=False, allow_infinity=False)
    | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=6,
)


def extras(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    """Fields of a newer version: any name but those that the kind has itself."""
    own = set(KINDS[kind].__struct_fields__) - {"extra"} if kind in KINDS else {"id", "kind"}
    names = any_text.filter(lambda name: name not in own)
    return st.just({}) | st.dictionaries(names, json_values, max_size=2)


workshops = st.builds(
    Workshop,
    id=st.just(WORKSHOP),
    kind=st.just("workshop"),
    extra=extras("workshop"),
    title=good_text,
    language=st.sampled_from(("nl", "en")),
    date=st.sampled_from(("", "2026-11-21")),
    author=good_text,
    captions=st.dictionaries(st.sampled_from(("yellow", "blue")), good_text),
)
sheets = st.builds(
    Sheet, id=ids, kind=st.just("sheet"), extra=extras("sheet"), template=ids, title=good_text, order=order_keys
)
notes = st.builds(
    Note,
    id=ids,
    kind=st.just("note"),
    extra=extras("note"),
    sheet=ids,
    zone=st.sampled_from(("", "key_partners", "nowhere")),
    x=places,
    y=places,
    w=extents,
    h=extents,
    text=good_text,
    color=st.sampled_from(("yellow", "blue", "no colour")),
    z=order_keys,
    tags=st.lists(good_text, max_size=2),
    status=st.sampled_from(("", "seen", "no status")),
    author=good_text,
    cluster=st.just("") | ids,
    locked=st.booleans(),
    role=st.sampled_from(("", "", *ROLES, "no role")),
    facts=st.just({})
    | st.dictionaries(good_text | st.sampled_from(sorted(BY_NAME)), good_text | json_values, max_size=2).map(
        clean_facts
    ),
)
entries = st.builds(
    Entry,
    id=ids,
    kind=st.just("entry"),
    extra=extras("entry"),
    sheet=ids,
    field=ids,
    value=st.none() | good_text | st.integers() | st.lists(good_text, max_size=3),
)
clusters = st.builds(Cluster, id=ids, kind=st.just("cluster"), extra=extras("cluster"), sheet=ids, name=good_text)
links = st.builds(
    Link,
    id=ids,
    kind=st.just("link"),
    extra=extras("link"),
    start=ids,
    end=ids,
    how=st.sampled_from(("", *HOWS, "no way")),
)
remarks = st.builds(Remark, id=ids, kind=st.just("remark"), extra=extras("remark"), rule=good_text, subject=good_text)
unknowns = st.sampled_from(("timer", "", "\udfff")).flatmap(
    lambda kind: st.builds(Unknown, id=ids, kind=st.just(kind), extra=extras(kind))
)
records: st.SearchStrategy[Record] = sheets | notes | entries | clusters | links | remarks | unknowns


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A workshop with some records, fields of a newer version everywhere."""
    others = [record for record in draw(st.lists(records, max_size=6)) if record.id != WORKSHOP]
    document = Document([draw(workshops), *others], document_id=draw(ids), revision=draw(st.integers(0, 2**53)))
    document.extra = draw(st.dictionaries(any_text.map(lambda name: f"x{name}"), json_values, max_size=2))
    return document
