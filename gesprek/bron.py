"""What a conversation is led with: a flow and the bank, pinned by the fingerprint of their content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import flows
import vragen
from flows import Flow, Stap
from flows.voorwaarde import Voorwaarde
from gesprek.machine import build_machine
from vragen import Bank

if TYPE_CHECKING:
    from transitions import Machine


@dataclass(frozen=True, eq=False)
class Bron:
    """A flow with the questions it may ask, ready to lead conversations.

    :param inhoud: both as JSON, the same for the same content; what the archive keeps.
    """

    flow: Flow
    bank: Bank
    inhoud: str

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.inhoud.encode()).hexdigest()

    @cached_property
    def machine(self) -> Machine:
        """The state machine of the flow, shared by all conversations."""
        return build_machine(self.flow)

    @cached_property
    def stappen(self) -> dict[str, Stap]:
        """Every stap by its full name."""
        return dict(self.flow.steps())

    @cached_property
    def guards(self) -> dict[str, Voorwaarde]:
        """Every guard of the flow's questions, by its text, ready for use."""
        teksten = {
            tekst
            for stap in self.stappen.values()
            for tekst in (stap.genoeg, *(keuze.als for keuze in stap.vraagt))
            if tekst
        }
        return {tekst: self.flow.guard(tekst) for tekst in teksten}


def load_bron(naam: str) -> Bron:
    """Read a flow and the bank as they are now; once, as long as none of their files changes.

    :param naam: name of a flow, or a path to its file.
    :raises Inleesfout: when one of the files is broken.
    """
    bestanden = [*sorted(vragen.MAP.glob("*.yaml")), flows.flow_file(naam)]
    return _read(naam, tuple((str(pad), *_stand(pad)) for pad in bestanden))


def _stand(pad: Path) -> tuple[int, int]:
    """Return what tells that a file was changed; of one that cannot be read, reading it says why."""
    try:
        stand = pad.stat()
    except OSError:
        return -1, -1
    return stand.st_mtime_ns, stand.st_size


@lru_cache(maxsize=4)
def _read(naam: str, _standen: tuple[tuple[str, int, int], ...]) -> Bron:
    bank = vragen.load_bank()
    flow = flows.load_flow(naam, bank)
    inhoud = {"flow": flows.as_data(flow), "bank": vragen.as_data(bank)}
    # keys are not sorted: the order of the steps is part of what a flow says
    return Bron(flow, bank, json.dumps(inhoud, ensure_ascii=False, separators=(",", ":")))


def bron_from_content(inhoud: str) -> Bron:
    """Rebuild the source that a conversation began with from what the archive keeps."""
    data = json.loads(inhoud)
    return Bron(Flow.model_validate(data["flow"]), Bank.model_validate(data["bank"]), inhoud)
