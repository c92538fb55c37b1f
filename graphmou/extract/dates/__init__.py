"""Step 4: dates as ISO text, each with its kind."""
