"""The window's way to paper: choosing, seeing beforehand, writing and printing."""
