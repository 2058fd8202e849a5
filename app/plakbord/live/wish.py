"""What `plakbord FILE --share` asks for. Read before anything else is loaded."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from msgspec import Struct

SHARE, SHARE_AS = "--share", "--share-as"


class ShareWish(Struct, frozen=True):
    """Share at once. An empty address is the likeliest one, port 0 the usual one; `name` is what phones call the
    laptop when that is not its address."""

    address: str = ""
    port: int = 0
    name: str = ""


def wish_in(arguments: Sequence[str]) -> tuple[ShareWish | None, list[str]]:
    """The wish, if there is one, and the other arguments. Raises ValueError when it makes no sense."""
    wanted, address, port, name = False, "", 0, ""
    others: list[str] = []
    left = list(arguments)
    while left:
        argument = left.pop(0)
        option, equals, value = argument.partition("=")
        if option == SHARE:
            wanted = True
            if not equals and left and _is_address(left[0]):
                value = left.pop(0)
            if value:
                address, port = _address(value)
        elif option == SHARE_AS:
            wanted, name = True, value if equals else (left.pop(0) if left else "")
            if not _is_name(name):
                raise ValueError(argument)
        else:
            others.append(argument)
    return (ShareWish(address, port, name) if wanted else None), others


def _is_address(text: str) -> bool:
    try:
        _address(text)
    except ValueError:
        return False
    return True


def _address(text: str) -> tuple[str, int]:
    """192.168.1.5 or 192.168.1.5:8484. Raises ValueError."""
    host, colon, port = text.partition(":")
    try:
        address, number = str(ipaddress.IPv4Address(host)), int(port) if colon else 0
    except ValueError as error:
        raise ValueError(text) from error
    if not 0 <= number < 65_536:
        raise ValueError(text)
    return address, number


def _is_name(name: str) -> bool:
    """Whether it can stand in an address: letters, digits, dots and dashes."""
    return bool(name) and len(name) <= 253 and all(part.replace("-", "a").isalnum() for part in name.split("."))
