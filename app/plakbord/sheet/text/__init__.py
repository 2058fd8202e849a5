"""The one text engine for screen and paper: clean text in, positioned glyphs out."""
