"""``gesprek draad``: what comes back over several conversations."""

from __future__ import annotations

import click


def add(groep: click.Group) -> None:
    """Add the commands, with their help in the language of now."""
