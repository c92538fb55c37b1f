"""Steps 3 and 6: what is named, in canonical form, and which mentions are the same."""
