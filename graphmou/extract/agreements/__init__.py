"""Step 8: reports of a signing, the role of each body in them, and the agreements they tell."""
