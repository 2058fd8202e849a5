"""The command line, for scripts and for a computer without a screen: a file per command. Never reaches Qt."""
