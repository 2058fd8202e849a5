"""Which of the laptop's addresses phones can reach: on, private, on a real network, the likeliest first. What networks
there are is read by the window; here they are judged."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec import Struct

Kind: TypeAlias = Literal["wifi", "cable", "hotspot", "vpn", "virtual", "loopback", "other"]
Why: TypeAlias = Literal["", "vpn", "virtual", "public", "loopback", "alone"]

_KIND_BY_NAME: tuple[tuple[Kind, str], ...] = (
    ("vpn", r"vpn|^tun|^tap|^ppp|^wg|wireguard|openvpn|tailscale|zerotier|^zt|^utun|ipsec|anyconnect|fortinet"),
    ("virtual", r"docker|^br-|veth|virbr|vmware|vmnet|virtualbox|vbox|hyper-v|vethernet|wsl|^lxc|^cni|^podman|^vnet"),
    ("hotspot", r"hotspot|^ap\d|wi-fi direct|mobile|^bridge100|^lokaal\*|local area connection\*|lan-verbinding\*"),
    ("wifi", r"wi-?fi|wlan|^wl|wireless|draadloos|airport"),
    ("cable", r"^eth|^en|^em|ethernet|^lan|thunderbolt|usb"),
)
_ORDER: tuple[Kind, ...] = ("hotspot", "wifi", "cable", "other", "virtual", "vpn", "loopback")
_SELF_TEST = 1.0
"""Seconds to wait for the laptop to reach itself."""


class Network(Struct, frozen=True):
    """One address of the laptop. `name` is what the system calls the network it is on; `why` says why phones will not
    reach it, when it is not fit."""

    address: str
    name: str
    kind: Kind
    fit: bool
    why: Why = ""


def judged(address: str, name: str, kind: Kind | None = None) -> Network | None:
    """A network that is on, as it is for phones; None for an address that is not IPv4. `kind` is what the system
    says; a name that says more goes first."""
    try:
        found = ipaddress.IPv4Address(address)
    except ValueError:
        return None
    if found.is_unspecified or found.is_multicast or found == ipaddress.IPv4Address("255.255.255.255"):
        return None
    by_name = kind_of(name)
    real: Kind = by_name if by_name in ("vpn", "virtual", "hotspot") or kind is None else kind
    if found.is_loopback:
        return Network(address, name, "loopback", False, "loopback")
    if real == "vpn":
        return Network(address, name, real, False, "vpn")
    if real == "virtual":
        return Network(address, name, real, False, "virtual")
    if found.is_link_local:
        return Network(address, name, real, False, "alone")
    if not _is_private(found):
        return Network(address, name, real, False, "public")
    return Network(address, name, real, True)


def kind_of(name: str) -> Kind:
    """What a network is, by its name."""
    lower = name.casefold()
    return next((kind for kind, pattern in _KIND_BY_NAME if re.search(pattern, lower)), "other")


def in_order(networks: Iterable[Network]) -> list[Network]:
    """The likeliest first; those that phones cannot reach come last."""
    return sorted(networks, key=lambda found: (not found.fit, _ORDER.index(found.kind), found.name, found.address))


def best(networks: Iterable[Network]) -> Network | None:
    """The one to share on when nobody says otherwise."""
    return next((found for found in in_order(networks) if found.fit), None)


def answers(address: str, port: int) -> bool:
    """Whether the laptop reaches itself there; a firewall that asks does not show here, but a lost network does."""
    try:
        with socket.create_connection((address, port), _SELF_TEST):
            return True
    except OSError:
        return False


def _is_private(address: ipaddress.IPv4Address) -> bool:
    """RFC 1918: the addresses of a room. What carriers hand out (100.64.0.0/10) is not, and VPNs like those."""
    return any(address in ipaddress.IPv4Network(block) for block in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"))
