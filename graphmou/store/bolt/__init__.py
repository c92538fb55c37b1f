"""The store on a Neo4j server, spoken to over Bolt with the official driver.

::

    store        Neo4jStore: what graphmou.store.protocol asks for
    connection   one driver, its transactions, deadlines that hang up
    reading      read-only: the server's plan of a statement is judged before it runs
    snapshot     everything in the store, as a Graph
    schema       the constraints, made from the model
    lock         one loader at a time
    writing      the one writer inside one transaction: changes in batches
    checking     what can be wrong although the server runs (doctor --deep)
    cells        Neo4j's values as cells of an answer, and as values of a Graph
    failures     every error of driver and server, as one of ours
"""

from graphmou.store.bolt.store import Neo4jStore

__all__ = ["Neo4jStore"]
