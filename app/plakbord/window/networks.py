"""The networks this laptop is on, as the system names them; whether phones can reach it there is judged elsewhere."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

from plakbord.live.network import Kind, Network, in_order, judged

_Flag = QNetworkInterface.InterfaceFlag
_Type = QNetworkInterface.InterfaceType
_KINDS: MappingProxyType[QNetworkInterface.InterfaceType, Kind] = MappingProxyType(
    {_Type.Wifi: "wifi", _Type.Ethernet: "cable", _Type.Virtual: "virtual", _Type.Ppp: "vpn"}
)


def networks() -> list[Network]:
    """Every address that is up, the likeliest for phones first."""
    found: list[Network] = []
    for interface in QNetworkInterface.allInterfaces():
        flags = interface.flags()
        if not (flags & _Flag.IsUp and flags & _Flag.IsRunning):
            continue
        kind = "vpn" if flags & _Flag.IsPointToPoint else _KINDS.get(interface.type())
        for entry in interface.addressEntries():
            address = entry.ip()
            if address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv4Protocol:
                one = judged(address.toString(), interface.humanReadableName() or interface.name(), kind)
                if one is not None:
                    found.append(one)
    return in_order(found)
