"""The report in words: on paper (Markdown, HTML), for programs (JSON) and as plain lines.

``opbouw`` lays a report out once, in the language of now; each format writes that page in its own way. The words of
mentor and student come through here as plain text: every format makes them harmless itself.
"""

from __future__ import annotations

from typing import Literal, get_args

from gesprek.regels.verslag import Verslag

Formaat = Literal["tekst", "md", "html", "json"]
FORMATEN: tuple[Formaat, ...] = get_args(Formaat)
ACHTERVOEGSELS: dict[str, Formaat] = {
    ".txt": "tekst",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
}
"""The format that the name of a file asks for."""


def render(verslag: Verslag, formaat: Formaat) -> str:
    """Return a report in a format, ending with a new line."""
    match formaat:
        case "json":
            from gesprek.regels.verslag.weergave.als_json import write_json

            return write_json(verslag)
        case "html":
            from gesprek.regels.verslag.weergave.als_html import write_html as write
        case "md":
            from gesprek.regels.verslag.weergave.als_md import write_md as write
        case _:
            from gesprek.regels.verslag.weergave.als_tekst import write_text as write
    from gesprek.regels.verslag.weergave.opbouw import lay_out

    return write(lay_out(verslag))
