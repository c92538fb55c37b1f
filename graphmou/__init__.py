"""Networks of memoranda of understanding between schools and education offices, as a property graph."""
