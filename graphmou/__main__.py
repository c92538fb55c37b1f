"""``python -m graphmou``: the command line, where the script ``graphmou`` is not on the path."""

from graphmou.cli import main

if __name__ == "__main__":
    main()
