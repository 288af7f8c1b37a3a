"""The formats that a document is written in: one module each, behind :func:`write`."""

from __future__ import annotations

from typing import Literal, get_args

from gesprek.dossier.document import Document

Formaat = Literal["md", "html", "pdf", "json", "csv"]
FORMATEN: tuple[Formaat, ...] = get_args(Formaat)


def write_document(document: Document, formaat: Formaat) -> bytes:
    """Return a document in a format that holds a document: md, html or pdf.

    :raises ValueError: for a format that holds data instead.
    """
    match formaat:
        case "md":
            from gesprek.dossier.schrijvers.als_md import write_md

            return write_md(document).encode()
        case "html":
            from gesprek.dossier.schrijvers.als_html import write_html

            return write_html(document).encode()
        case "pdf":
            from gesprek.dossier.schrijvers.als_pdf import write_pdf

            return write_pdf(document)
    raise ValueError(formaat)
