"""The simulated student: what of a mentor it understands, how long a reply takes, how far styles go apart.

The utterances in ``tests/data/zetten`` are labelled with what they ask for. Each is said to a student who has told
nothing yet, and again in the middle of a good conversation.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gesprek.model import TALEN, Taal
from gesprek.oefenen.oefengesprek import play
from gesprek.oefenen.reactie import react
from gesprek.oefenen.toestand import begin
from gesprek.oefenen.zet import recognise
from tests.oefenen.mentoren import SLECHT, leerlingen, talk
from tests.oefenen.test_zet import labelled

_HALVERWEGE = 12


def understanding(taal: Taal) -> None:
    """Print what is recognised, and what the student finds a way out for."""
    for deel, naam in (("_apart", "kept aside"), ("_werk", "as trainees say it, tuned on"), ("", "tuned on")):
        alle = labelled(taal, deel)
        goed = sum(recognise(uiting, taal, []).vraagt[:1] == (wat,) for wat, uiting in alle)
        print(f"{taal}: {len(alle)} utterances ({naam}), topic right {goed / len(alle):.3f}")
    for leerling, taal_ in leerlingen():
        if taal_ != taal:
            continue
        gesprek = talk(leerling, taal, "goed")
        for naam, toestand in (("at the start", begin(leerling)), ("half-way", gesprek.beurten[_HALVERWEGE].na)):
            soorten = [react(leerling, taal, toestand, uiting).soort for _wat, uiting in alle]
            niet = soorten.count("niet_begrepen") / len(soorten)
            nog = sum(s.startswith(("nog_niet", "te_vroeg")) for s in soorten) / len(soorten)
            verteld = soorten.count("verteld") / len(soorten)
            print(
                f"    {leerling.naam:8} {naam:13} not understood {niet:.3f}  told {verteld:.3f}"
                f"  not yet {nog:.3f}  other {1 - niet - nog - verteld:.3f}"
            )


def ways_out(taal: Taal) -> None:
    """Print how often a student finds a way out: in the styles, and in whatever order things are said."""
    lot = random.Random(3)
    alle = [uiting for deel in ("", "_werk") for _wat, uiting in labelled(taal, deel)]
    for leerling, taal_ in leerlingen() + leerlingen(alarm=True):
        if taal_ != taal:
            continue
        stijlen = [b for stijl in ("goed", *SLECHT) for b in talk(leerling, taal, stijl).beurten]
        door_elkaar = [b for nr in range(40) for b in play(leerling, taal, lot.sample(alle, 20), nr).beurten]
        delen = [sum(not b.begrepen for b in bs) / len(bs) for bs in (stijlen, door_elkaar)]
        print(f"    {leerling.naam:8} way out: styles {delen[0]:.3f}  in any order {delen[1]:.3f}")


def speed(taal: Taal) -> None:
    """Print how long one reply takes."""
    leerling = leerlingen()[0][0]
    alle = [uiting for _wat, uiting in labelled(taal)]
    play(leerling, taal, alle[:25])
    begin_ = time.process_time()
    for van in range(0, len(alle), 25):
        play(leerling, taal, alle[van : van + 25])
    print(f"{taal}: {(time.process_time() - begin_) / len(alle) * 1e3:.2f} ms a reply")


def styles() -> None:
    """Print the scores of the mentor styles for each student."""
    print("\nstudent      " + "  ".join(f"{stijl:>11}" for stijl in ("goed", *SLECHT)))
    for leerling, taal in leerlingen():
        scores = [talk(leerling, taal, stijl).close() for stijl in ("goed", *SLECHT)]
        print(f"{leerling.naam:9} {taal} " + "  ".join(f"{e.score:4} ({e.vrijgegeven:2}/{e.van})" for e in scores))


if __name__ == "__main__":
    for taal in TALEN:
        understanding(taal)
        ways_out(taal)
        speed(taal)
    styles()
