"""Sharing with phones, as the facilitator sees it: the parts of the panel, and what is shown to the room."""
