"""What the mouse and the keys mean: tools of a few small states. No Qt; everything is in hundredths of a millimetre."""
