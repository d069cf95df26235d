"""How much is taken in at once, so that no input can bring the program to a standstill."""

FILE_BYTES = 200_000_000
LINE_BYTES = 20_000_000
ARTICLE_CHARACTERS = 5_000_000
LABEL_CHARACTERS = 200
LABELS = 5_000
ANNOTATIONS_PER_ARTICLE = 100_000
JSON_DEPTH = 100
