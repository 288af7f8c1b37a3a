"""Listening: answers a second, what loading the word lists costs, and that a long text costs no more a word."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import yaml

from gesprek.luisteren import luister, told
from gesprek.luisteren.draad import candidates
from gesprek.luisteren.laden import load
from gesprek.model import TALEN, Taal

DATA = Path(__file__).parent.parent / "tests/data/luister"
LADEN = (
    "import time, gesprek.model, gesprek.vouwen; t = time.perf_counter(); import gesprek.luisteren;"
    " a = time.perf_counter(); gesprek.luisteren.luister('x', '{taal}'); b = time.perf_counter();"
    " print((a - t) * 1e3, (b - a) * 1e3)"
)


def answers(taal: Taal) -> list[str]:
    """Return the labelled answers of a language, as text."""
    paden = sorted(DATA.glob(f"{taal}_*.yaml"))
    return [item["tekst"] for pad in paden for item in yaml.safe_load(pad.read_text(encoding="utf-8"))]


def per_second(taal: Taal, teksten: list[str], *, vers: bool) -> float:
    """Return how many answers a second are heard.

    :param vers: forget between rounds how each word was read, as if every word were new.
    """
    begin, aantal = time.perf_counter(), 0
    while time.perf_counter() - begin < 2:
        if vers:
            load(taal).forget()
        for tekst in teksten:
            luister(tekst, taal)
        aantal += len(teksten)
    return aantal / (time.perf_counter() - begin)


def show(taal: Taal, wat: str, waarde: float) -> None:
    """Print one line."""
    print(f"{taal}: {wat:62}{waarde:10,.1f}")


def main() -> None:
    """Print the table."""
    for taal in TALEN:
        teksten = answers(taal)
        laden = [
            [float(x) for x in subprocess.check_output([sys.executable, "-c", LADEN.format(taal=taal)]).split()]
            for _nr in range(5)
        ]
        show(taal, "import, of a cold process, ms", min(a for a, _b in laden))
        show(taal, "first answer, word lists loaded for it, ms", min(b for _a, b in laden))
        show(taal, "words an answer", sum(len(tekst.split()) for tekst in teksten) / len(teksten))
        show(taal, "answers a second, words seen before", per_second(taal, teksten, vers=False))
        show(taal, "answers a second, every word and turn of phrase new", per_second(taal, teksten, vers=True))
        gehoord = [(tekst, luister(tekst, taal)) for tekst in teksten]
        begin = time.perf_counter()
        for tekst, een in gehoord:
            told(tekst, een, taal)
        show(taal, "parts of the story, answers a second", len(gehoord) / (time.perf_counter() - begin))
        for keer in (1, 10):
            lang = ". ".join(teksten[:20] * keer)
            luister(lang, taal)
            begin = time.perf_counter()
            luister(lang, taal)
            show(
                taal,
                f"microseconds a word, in a text of {len(lang.split())} words",
                (time.perf_counter() - begin) / len(lang.split()) * 1e6,
            )
        begin = time.perf_counter()
        candidates(list(enumerate(teksten[:20])), taal)
        show(taal, "lemmas loaded, and words to choose from, ms", (time.perf_counter() - begin) * 1e3)


if __name__ == "__main__":
    main()
