"""Steps 1 and 2: one spelling, lines and lists, and the text with its mentions marked."""
