"""What the findings of a report are called, in the language of now."""

from __future__ import annotations

from gesprek.regels.oordeel import Regelnaam, Vraagsoort
from gesprek.regels.verslag import Afloop, Bewijs, Onderdeel
from gesprek.regels.verslag.uitgeschreven import Eenheid
from gesprek.regels.verslag.vraagt import Fase, Onderwerp
from gesprek.regels.verslag.weergave.blad import Merk
from gesprek.taal import _, current_taal
from vragen.regels import load_regels


def rule_name(regel: Regelnaam) -> str:
    """Return the short name of a rule."""
    return load_regels().find(regel).naam.in_taal(current_taal())


def mark_name(merk: Merk) -> str:
    """Return what a mark is called."""
    match merk:
        case "gehouden":
            return _("kept")
        case "gebroken":
            return _("broken")
        case "twijfel":
            return _("doubtful")


def place(eenheid: Eenheid, van: int, tot: int | None = None) -> str:
    """Return where something stands in the file."""
    nr = f"{van}" if tot is None or tot == van else f"{van}-{tot}"
    match eenheid:
        case "regel":
            return _("line {nr}").format(nr=nr)
        case "alinea":
            return _("paragraph {nr}").format(nr=nr)
        case "beurt":
            return _("turn {nr}").format(nr=nr)


def explain(bewijs: Bewijs) -> str:
    """Return what a finding shows; empty when the quote says it all."""
    schendingen = {s.code for s in load_regels().schendingen}
    if bewijs.wat in schendingen:
        return load_regels().schending(bewijs.wat).naam.in_taal(current_taal())
    return _explain_shown(bewijs).format(word=bewijs.woord)


def _explain_shown(bewijs: Bewijs) -> str:
    match bewijs.wat:
        case "lang":
            return _("a long stretch without a question")
        case "uitnodiging":
            return _("an invitation to one moment")
        case "geen_uitnodiging":
            return _("nobody asked for one moment")
        case "te_vroeg_vooruit":
            return _("asks about later before there is a story")
        case "te_vroeg_cijfers":
            return _("asks about marks or a type before there is a story")
        case "opgepakt":
            return _("says the feeling word back")
        case "gemist":
            return _("this feeling word was not said back in the two turns after it")
        case "vervangen":
            return _("of this feeling word “{word}” was made")
        case "teruggegaan":
            return _("values the feeling and goes back to what happened")
        case "gevoel_op_rij":
            return _("asks about the feeling again, right after the question before")
        case "feitvraag":
            return _("asks what exactly happened")
        case "kruisverhoor":
            return _("the fourth question about facts in a row, without a word of the student’s in between")
        case "te_vroeg_reflecteren":
            return _("reflecting begins here, while less than five parts of the small story are known")
        case "elders":
            return _("asks for it elsewhere")
        case "eerder":
            return _("asks for it earlier")
        case "vergelijk":
            return _("lets the student compare")
        case "niet_verbreed":
            return _("looking ahead begins here, while nobody asked whether it was so elsewhere or before")
        case "woord_gevraagd":
            return _("asks for the student’s word")
        case "woord_teruggezegd":
            return _("says the word back")
        case "woord_vooruit":
            return _("looks ahead through the student’s word")
        case "woord_gegeven":
            return _("the mentor gives the word")
        case "woord_losgelaten":
            return _("looks ahead, without the word “{word}”")
        case "woord_niet_gevraagd":
            return _("looking ahead begins here, while nobody asked for the student’s word")
        case "kort_open":
            return _("short and open")
        case "weet_al":
            return _("seems to know already")
        case "oordeel":
            return _("gives a verdict")
        case "verbeterd":
            return _("the student says that it was otherwise")
    return ""


def phase_name(fase: Fase) -> str:
    """Return the name of a phase."""
    match fase:
        case "terugkijken":
            return _("Looking back")
        case "reflecteren":
            return _("Reflecting")
        case "vooruitkijken":
            return _("Looking ahead")
        case "activeren":
            return _("Taking action")


def kind_name(soort: Vraagsoort) -> str:
    """Return what a kind of question is called."""
    match soort:
        case "open":
            return _("open question")
        case "gesloten":
            return _("closed question")
        case "keuze":
            return _("either-or question")
        case "meervoudig":
            return _("several questions")
        case "geen":
            return _("no question")


def topic_name(onderwerp: Onderwerp) -> str:
    """Return what a question is about."""
    match onderwerp:
        case "opening":
            return _("how it was")
        case "moment":
            return _("one moment")
        case "plek" | "wie" | "rol" | "eigen_daad" | "ander_daad" | "tijd" | "aanleiding":
            return part_name(onderwerp)
        case "precies":
            return _("what happened")
        case "gevoel":
            return _("the feeling")
        case "kwaliteit":
            return _("a quality")
        case "motief":
            return _("what matters")
        case "elders":
            return _("elsewhere")
        case "eerder":
            return _("earlier")
        case "vergelijk":
            return _("what is the same")
        case "leefregel":
            return _("a rule of life")
        case "kernwoord":
            return _("the word")
        case "vooruit":
            return _("later")
        case "stap":
            return _("a next step")
        case "warmte":
            return _("how warm it is")
        case "kans":
            return _("how to go about it")
        case "netwerk":
            return _("who can help")
        case "belemmering":
            return _("what may be in the way")
        case "afspraak":
            return _("what and when")


def part_name(onderdeel: Onderdeel) -> str:
    """Return the name of a part of the small story."""
    match onderdeel:
        case "plek":
            return _("where")
        case "wie":
            return _("who")
        case "rol":
            return _("which role")
        case "eigen_daad":
            return _("what the student did")
        case "ander_daad":
            return _("what someone else did")
        case "tijd":
            return _("when")
        case "aanleiding":
            return _("what brought the feeling")


def outcome_name(afloop: Afloop) -> str:
    """Return what became of a feeling word."""
    match afloop:
        case "opgepakt":
            return _("said back")
        case "gemist":
            return _("missed")
        case "vervangen":
            return _("made into another word")
        case "naast":
            return _("another word, or this one before, was said back")
        case "buiten":
            return _("not counted: not in a story, or at the end")
