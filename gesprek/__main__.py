"""``python -m gesprek``."""

import sys

from gesprek.cli import main

if __name__ == "__main__":
    sys.exit(main())
