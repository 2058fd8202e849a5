"""What goes in and out: text, lists and tables from other programs become notes, and notes become text. No Qt."""
