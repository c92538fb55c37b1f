"""Answers and pictures on their way out: one module for each kind of file."""
