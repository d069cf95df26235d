"""The reading desk: the article, its annotations and the gestures that mark it."""
