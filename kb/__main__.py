"""``python -m kb`` is ``wtkb``."""

from kb.cli import main

if __name__ == "__main__":
    main(prog_name="wtkb")
