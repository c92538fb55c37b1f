"""Where a graph is kept: embedded in a folder, or on a Neo4j server, behind one protocol."""
