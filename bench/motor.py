"""The engine alone: turns a second, with listening, guards, texts and quotes; and what a turn costs later on."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gesprek.bron import load_bron
from gesprek.machine import VERDER, Stand
from gesprek.model import Gesprek
from gesprek.verloop import Verloop

TIJD = datetime(2026, 11, 23, 15, tzinfo=UTC)
ANTWOORDEN = {
    "ervaring": "Bij de overdracht mocht ik niks zeggen, dat was zo irritant.",
    "warmte": "8",
    "kernwoord": "meetellen",
    "datum": "vrijdag",
}


def lead(verloop: Verloop) -> int:
    """Lead one conversation to its end; return the number of answers."""
    open_ = verloop.start(TIJD).uitingen[-1]
    aantal = 0
    while not verloop.klaar:
        tekst = next((ANTWOORDEN[s] for s in open_.vult if s in ANTWOORDEN), "Toen hielp ik Anke in de keuken.")
        if open_.soort == "keuze" and "kernwoord" not in open_.vult:
            tekst = "1"
        open_ = verloop.answer(tekst, TIJD).uitingen[-1]
        aantal += 1
    return aantal


def main() -> None:
    """Print the table."""
    bron = load_bron("loopbaangesprek")
    gesprek = Gesprek("01JDCGN9R00000000000000000", "zelf", bron.flow.flow, bron.fingerprint, "nl", TIJD, TIJD)
    lead(Verloop(bron, gesprek, bewaarplek="x"))
    begin, antwoorden, gesprekken = time.perf_counter(), 0, 0
    while time.perf_counter() - begin < 3:
        verloop = Verloop(bron, gesprek, bewaarplek="x")
        antwoorden += lead(verloop)
        gesprekken += 1
    duur = time.perf_counter() - begin
    print(f"answers a second (hear, fill, guard, word, quote)  {antwoorden / duur:10,.0f}")
    print(f"microseconds an answer                             {duur / antwoorden * 1e6:10.0f}")
    print(f"turns a second (answers and what is said)          {len(verloop.beurten) * gesprekken / duur:10,.0f}")

    keren = 20_000
    begin = time.perf_counter()
    for _nr in range(keren):
        bron.machine.events[VERDER].trigger(Stand("terugkijken.precies"))
    duur = time.perf_counter() - begin
    print(f"machine steps a second                             {keren / duur:10,.0f}")

    begin = time.perf_counter()
    for _nr in range(200):
        Verloop.replay(bron, gesprek, verloop.beurten, bewaarplek="x")
    duur = time.perf_counter() - begin
    print(f"replay of {len(verloop.beurten)} turns, milliseconds                  {duur / 200 * 1e3:10.2f}")

    # a conversation that goes back and forth stays as fast as it was
    verloop = Verloop(bron, gesprek, bewaarplek="x")
    verloop.start(TIJD)
    verloop.answer(ANTWOORDEN["ervaring"], TIJD)
    meting = []
    for _ronde in range(20):
        begin = time.perf_counter()
        for _nr in range(50):
            verloop.answer("In de keuken", TIJD)
            verloop.back(TIJD)
        meting.append((time.perf_counter() - begin) / 50)
    print(f"cost of the last 50 answers against the first 50   {meting[-1] / meting[0]:10.2f}")


if __name__ == "__main__":
    main()
