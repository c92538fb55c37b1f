"""The store on a Neo4j server, spoken to over Bolt with the official driver.

::

    store        Neo4jStore: what graphmou.store.protocol asks for
    connection   one driver, its transactions, deadlines that hang up
    reading      read-only: the server's plan of a statement is judged before it runs
    snapshot     everything in the store, as a Graph
    writing      the one writer: the load lock, constraints, changes in batches
    cells        Neo4j values as cells of an answer, and as values of a Graph
    failures     every error of driver and server, as one of ours
"""

from graphmou.store.bolt.store import Neo4jStore

__all__ = ["Neo4jStore"]
