"""Step 9: declared numbers, the parts of headcounts, and what they are held against."""
