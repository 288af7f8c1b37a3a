"""What can go wrong with an archive. A front end tells them apart; a user reads their one sentence."""

from __future__ import annotations


class Archieffout(Exception):
    """The archive cannot do what was asked. The message is one sentence for the user, with what to do."""


class Bezet(Archieffout):
    """Another program holds the archive."""


class AlleenLezen(Archieffout):
    """The archive, or its folder, may not be written."""


class SchijfVol(Archieffout):
    """There is no room left."""


class GeenArchief(Archieffout):
    """The file is no archive, or is damaged."""


class NieuwerArchief(Archieffout):
    """The archive was made by a newer version of the program."""


class Onbereikbaar(Archieffout):
    """The file cannot be opened."""


class OnbekendGesprek(Archieffout):
    """There is no such conversation."""


class Conflict(Archieffout):
    """Another program went on with the same conversation."""


class OpSlot(Archieffout):
    """The archive is locked, and no passphrase was given."""


class FouteWachtzin(OpSlot):
    """The passphrase does not open the archive."""


class GeenSlot(Archieffout):
    """What opens a locked archive is not installed."""
