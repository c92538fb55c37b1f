"""The stores that the tests of checks run on."""

from tests.queries.stores import embedded_store, five, loaded

__all__ = ["embedded_store", "five", "loaded"]
