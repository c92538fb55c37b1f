"""The command line: parse, call one function, print, exit code. Nothing else imports it."""

from graphmou.cli.main import main

__all__ = ["main"]
