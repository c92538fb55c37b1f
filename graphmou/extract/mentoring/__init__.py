"""Step 7: which school leads, mentors or partners which."""
