"""The sheet on screen: marks painted with Qt, and what mouse and keys mean on them."""
