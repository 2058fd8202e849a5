"""The sentences of what can be in the way of sharing a workshop with phones."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SHARING_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "share_read_only": (
            "Deze workshop kun je alleen bekijken, dus ook niet delen. Sla hem op onder een andere naam en deel die.",
            "This workshop can only be looked at, and so not be shared. Save it under another name and share that.",
        ),
        "share_no_network": (
            "Er is geen netwerk waarop telefoons je laptop kunnen bereiken. Maak verbinding met de wifi, of zet de "
            "hotspot van je laptop of telefoon aan.",
            "There is no network on which phones can reach your laptop. Connect to the Wi-Fi, or turn on the hotspot "
            "of your laptop or phone.",
        ),
        "share_no_address": (
            "Deze laptop heeft het adres {address} niet (meer). Kies een ander netwerk.",
            "This laptop does not have the address {address} (any more). Choose another network.",
        ),
        "share_in_use": (
            "Op {address} is poort {port} al in gebruik. Sluit het andere programma, of deel op een andere poort.",
            "Port {port} on {address} is in use already. Close the other program, or share on another port.",
        ),
        "share_failed": (
            "Delen op {address} lukt niet: {reason}. Kies een ander netwerk of probeer het opnieuw.",
            "Sharing on {address} does not work: {reason}. Choose another network or try again.",
        ),
        "share_no_round": (
            "Er is geen stemronde open. Open eerst een ronde; dan zien de telefoons hem vanzelf.",
            "There is no round of voting open. Open one first; the phones will show it by themselves.",
        ),
        "share_bad_wish": (
            "Met “{word}” kan Plakbord niets. Typ bijvoorbeeld plakbord BESTAND --share 192.168.1.5.",
            "Plakbord cannot use “{word}”. Type for example plakbord FILE --share 192.168.1.5.",
        ),
        "share_needs_file": (
            "Zeg welke workshop je wilt delen: typ plakbord BESTAND --share.",
            "Say which workshop you want to share: type plakbord FILE --share.",
        ),
    }
)
