"""From an answer to the next question, with the durable write; on a real file."""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from gesprek.archief import open_archief
from gesprek.sessie import Sessie


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as map_:
        archief = open_archief(Path(map_) / "gesprek.db")
        tijden = []
        for _gesprek in range(15):
            sessie = Sessie.begin(archief, "loopbaangesprek", "nl")
            open_ = sessie.start().uitingen[-1]
            while open_.soort != "klaar":
                vast = {"ervaring": "Op stage was ik zo trots in de keuken.", "warmte": "8", "kernwoord": "rust"}
                tekst = next((vast[s] for s in open_.vult if s in vast), "Toen hielp ik Anke in de keuken.")
                if open_.soort == "keuze" and open_.vraag != "bijlage2.21":
                    tekst = "1"
                begin = time.perf_counter()
                open_ = sessie.answer(tekst).uitingen[-1]
                tijden.append((time.perf_counter() - begin) * 1000)
        archief.close()
    tijden.sort()
    print(f"answers measured                         {len(tijden):8}")
    print(f"answer to next question, kept: p50 ms    {statistics.median(tijden):8.2f}")
    print(f"answer to next question, kept: p99 ms    {tijden[int(len(tijden) * 0.99)]:8.2f}")


if __name__ == "__main__":
    main()
