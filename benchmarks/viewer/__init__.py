"""The viewer measured in a real browser, beside pyvis and neo4j-viz: see ``__main__``."""
