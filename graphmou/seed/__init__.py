"""Seed files: the facts as an analyst writes them, one YAML file per source document."""
