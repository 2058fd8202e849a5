"""What holds for every test of the document: no transaction stays open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from weakref import WeakSet

import pytest

from canvas_files.store import Store


@pytest.fixture(autouse=True)
def no_transaction_left_open(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every store that was made in the test and is still there must be closed."""
    made: WeakSet[Store] = WeakSet()
    start: Callable[..., None] = Store.__init__

    def start_and_remember(store: Store, *arguments: Any, **named: Any) -> None:
        start(store, *arguments, **named)
        made.add(store)

    monkeypatch.setattr(Store, "__init__", start_and_remember)
    yield
    assert not [store for store in made if store.in_transaction], "a transaction was left open"
