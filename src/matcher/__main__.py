"""``python -m matcher``: the command line where no script folder is on the path."""

from matcher.cli import main

if __name__ == "__main__":
    main()
