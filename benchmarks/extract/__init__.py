"""How well press releases are read: precision, recall and F1 of the extractor on annotated articles."""
