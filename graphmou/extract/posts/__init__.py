"""Step 5: who holds which post where."""
