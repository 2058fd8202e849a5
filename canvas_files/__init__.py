"""The document: records, templates, the store, history and the file. Knows neither Qt nor the network nor drawing."""

__version__ = "0.1.0"
