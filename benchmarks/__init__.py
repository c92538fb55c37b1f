"""Measurements, each a script that prints ratios against a peer in the same run."""
