"""The sheet on paper: painters that turn pages of marks into a PDF, without a window system."""
