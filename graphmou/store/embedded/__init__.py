"""The store in a folder: ArcadeDB's native engine inside this process, and what it takes to trust it.

::

    store        EmbeddedStore: what graphmou.store.protocol asks for
    folder       the folder on disk: which engine folder counts, what was written to it, what is damaged
    files        the engine's files: sealed with checksums, compared with them
    engine       ArcadeDB opened for reading or writing, and its types and indexes
    writing      the one writer inside one transaction
    applying     changes in batches, into a transaction
    bulk         many nodes and relationships into an engine that nobody reads yet
    snapshot     everything in the store, as a Graph
    cells        the engine's values as cells of an answer, and as values of a Graph
    columns      the names of a statement's columns, from its text
    deadline     a statement that runs away takes its process with it
    worker       so that a user of the Python API does not lose his process: statements in a child
    failures     every error of the engine, as one of ours

ArcadeDB was attacked before it was chosen. Each of these files tells the fault that made it necessary.
"""

from graphmou.store.embedded.store import EmbeddedStore

__all__ = ["EmbeddedStore"]
