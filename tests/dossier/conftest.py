"""Archives with finished conversations, made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gesprek.archief import Archief, open_archief
from gesprek.dossier.dossier import Invoer
from gesprek.dossier.verzamelen import Verzamelaar
from gesprek.taal import use_taal
from tests.dossier.toneel import finish, finish_together


@pytest.fixture(scope="session")
def vol() -> Iterator[Archief]:
    """An archive with three conversations alone. Nobody may write in it."""
    use_taal("nl")
    archief = open_archief(None)
    finish(archief)
    finish(archief, "trots_snuffelstage", 40)
    finish(archief, "kort_positief", 90, terugblik="1")
    yield archief
    archief.close()


@pytest.fixture(scope="session")
def samen() -> Iterator[Archief]:
    """An archive with one conversation of two, in which the student ticked parts."""
    use_taal("nl")
    archief = open_archief(None)
    finish_together(archief)
    yield archief
    archief.close()


@pytest.fixture
def invoer(vol: Archief) -> list[Invoer]:
    """The three conversations, with the usual choice."""
    return Verzamelaar(vol).inputs([g.id for g in vol.recent(klaar=True)])
