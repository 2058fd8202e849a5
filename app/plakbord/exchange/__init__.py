"""What goes in and out: text, lists and tables from other programs become notes, notes become text, and pictures are
made ready. No Qt."""
