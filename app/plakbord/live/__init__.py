"""Phones: everyone in the room takes part over the room's own network. A small server in its own thread moves bytes and
keeps the limits; what a phone asks is decided in the main thread, which alone owns the workshop. Nothing here draws."""
