"""What every key does, in the language of now.

The words in a binding itself are for whoever reads the code. What users see is asked here by the binding's id,
at the moment it is shown: a conversation may be in another language than the one before.
"""

from __future__ import annotations

from gesprek.oefenen.opdrachten import spelled
from gesprek.taal import _

ORDER = (
    "answer.send",
    "choice.pick",
    "scale.pick",
    "card.close",
    "line.strike",
    "line.leave",
    "line.older",
    "home.erase",
    "thread.open",
    "thread.part",
    "thread.student",
    "archive.open",
    "archive.mode",
    "archive.time",
    "archive.word",
    "archive.student",
    "read.story",
    "read.text",
    "read.go_on",
    "read.name",
    "read.agreements",
    "read.dossier",
    "read.erase",
    "agreement.status",
    "agreement.read",
    "agreement.calendar",
    "samen.write",
    "ticks.tick",
    "ticks.done",
    "dossier.usual",
    "dossier.preview",
    "dossier.save",
    "dossier.student",
    "samen.own",
    "samen.saw",
    "samen.more",
    "samen.skip",
    "samen.back",
    "samen.words",
    "samen.lines",
    "samen.large",
    "names.begin",
    "report.next",
    "report.previous",
    "report.save",
    "path.save",
    "oefen.feedback",
    "oefen.card",
    "oefen.again",
    "oefen.other",
    "oefen.progress",
    "oefen.leave",
    "oefen.stop",
    "oefen.back",
    "oefen.wait",
    "oefen.hint",
    "oefen.switch",
    "oefen.always",
    "progress.erase",
    "kept.erase",
    "help.close",
    "answer.newline",
    "talk.back",
    "talk.skip",
    "card.copy",
    "card.calendar",
    "help",
    "menu",
    "theme",
    "quit",
)
"""Ids of the bindings that the footer shows, from left to right."""

LEAST = (
    "theme",
    "menu",
    "dossier.student",
    "samen.large",
    "samen.more",
    "samen.saw",
    "report.previous",
    "answer.newline",
    "oefen.always",
    "oefen.switch",
    "oefen.wait",
    "oefen.other",
    "progress.erase",
    "kept.erase",
    "oefen.hint",
    "oefen.back",
    "line.leave",
    "card.copy",
    "talk.skip",
    "talk.back",
    "samen.back",
    "samen.skip",
    "samen.words",
    "samen.lines",
    "samen.own",
    "thread.student",
    "archive.mode",
    "archive.time",
    "archive.word",
    "archive.student",
    "read.name",
    "read.erase",
)
"""What the footer leaves out first when there is no room for all."""


def describe(id: str) -> str:
    """Return what a binding does, in a word or two; empty when it needs no words."""
    match id:
        case "answer.send":
            return _("Send")
        case "answer.newline":
            return _("New line")
        case "choice.pick" | "scale.pick":
            return _("Choose")
        case "card.close":
            return _("To the start")
        case "card.copy":
            return _("Copy")
        case "line.strike":
            return _("Take away")
        case "line.leave":
            return _("To my answer")
        case "line.older":
            return _("Show")
        case "home.erase":
            return _("Erase")
        case "archive.open" | "agreement.read" | "thread.open":
            return _("Read")
        case "archive.mode":
            return _("Kind")
        case "archive.time":
            return _("Time")
        case "archive.word":
            return _("Word")
        case "thread.part":
            return _("Next part")
        case "archive.student" | "thread.student":
            return _("Student")
        case "read.story":
            return _("Story")
        case "read.text":
            return _("Whole text")
        case "read.go_on":
            return _("Go on")
        case "read.name":
            return _("Name")
        case "read.agreements":
            return _("Agreed")
        case "read.dossier":
            return _("Portfolio")
        case "read.erase":
            return _("Erase")
        case "agreement.status":
            return _("What became of it")
        case "agreement.calendar" | "card.calendar":
            return _("Calendar")
        case "samen.write":
            return _("Student’s words")
        case "samen.own":
            return _("Own question")
        case "samen.saw":
            return _("I saw")
        case "samen.more":
            return _("More")
        case "samen.skip":
            return _("On")
        case "samen.back":
            return _("Back")
        case "samen.words":
            return _("Their words")
        case "samen.lines":
            return _("Take away")
        case "samen.large":
            return _("Wide")
        case "ticks.tick":
            return _("Tick")
        case "ticks.done":
            return _("Done")
        case "dossier.usual":
            return _("The usual")
        case "dossier.preview":
            return _("Preview")
        case "dossier.save":
            return _("Save as")
        case "dossier.student":
            return _("Other student")
        case "names.begin":
            return _("Begin")
        case "report.next":
            return _("Next finding")
        case "report.previous":
            return _("Previous finding")
        case "report.save" | "path.save":
            return _("Save")
        case "help.close":
            return _("Close")
        case "oefen.feedback":
            return _("Feedback")
        case "oefen.leave":
            return _("Go on")
        case "oefen.stop":
            return _("To the end")
        case "oefen.back":
            return _("Take back")
        case "oefen.wait":
            return _("Silence")
        case "oefen.hint":
            return _("Hint")
        case "oefen.switch":
            return _("Switch")
        case "oefen.always":
            return _("Always")
        case "oefen.card":
            return _("Save the card")
        case "oefen.again":
            return _("Again")
        case "oefen.other":
            return _("Other student")
        case "oefen.progress":
            return _("Progress")
        case "progress.erase":
            return _("Erase")
        case "kept.erase":
            return _("Erase everything")
        case "talk.back":
            return _("Back")
        case "talk.skip":
            return _("Skip")
        case "help":
            return _("Help")
        case "menu":
            return _("Menu")
        case "theme":
            return _("Light or dark")
        case "quit":
            return _("Stop")
    return ""


def explain() -> list[tuple[str, str]]:
    """Return the keys of a conversation with what they do, for the help."""
    return [
        ("Enter", _("send your answer, or choose what is marked")),
        ("Ctrl+J", _("a new line in your answer")),
        ("1 2 3 …", _("choose straight away")),
        ("↑ ↓ ← →", _("move through what you can choose")),
        ("Ctrl+B, F2", _("back to the question before")),
        ("Ctrl+N, F3", _("skip this question")),
        ("↑, Delete", _("go to an earlier answer, and take its words away")),
        ("PgUp, PgDn", _("read back")),
        ("Tab", _("to the next thing on the screen")),
        ("F4", _("light or dark")),
        ("Ctrl+P", _("menu with everything you can do")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_samen() -> list[tuple[str, str]]:
    """Return the keys of a conversation of two with what they do, for the help."""
    return [
        ("Enter", _("write down what the student says; Enter again keeps it")),
        ("1 2 3 …", _("ask another card, or choose for the student")),
        ("V", _("a question in your own words")),
        ("E", _("more of the student, to the question before")),
        ("S", _("on, without an answer")),
        ("Z", _("take the last step back")),
        ("W", _("what you saw, after the student named a quality")),
        ("K", _("at the word: show words that the student used")),
        ("T", _("cards, words or table, on a small screen")),
        ("M", _("on the card at the end: the mentor’s own look back")),
        ("PgUp, PgDn", _("read on and back")),
        ("G", _("set wide, to read from further off")),
        ("Esc", _("out of the field; what you typed waits")),
        ("D, ↑, Delete", _("go to a line, and take its words away")),
        ("F4", _("light or dark")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_practice() -> list[tuple[str, str]]:
    """Return the keys of a practice conversation with what they do, for the help."""
    return [
        ("Enter", _("say it, or compare what you tried")),
        ("F5 /feedback", _("what your last words kept or broke")),
        ("F6", _("feedback after every turn, or when you ask")),
        (f"F7 {spelled('hint')}", _("what you could try now")),
        (f"F3 {spelled('wait')}", _("wait, say nothing")),
        (f"F2 {spelled('back')}", _("take your last turn back")),
        (f"F8 {spelled('switch')}", _("through the student’s eyes")),
        ("F9 /stop", _("to the end: what it came to, and your card")),
        ("Esc", _("go on talking, without saying it in another way")),
        ("PgUp, PgDn", _("read back")),
        ("F4", _("light or dark")),
        ("Ctrl+P", _("menu with everything you can do")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_practice_end() -> list[tuple[str, str]]:
    """Return the keys of the end of a practice conversation with what they do, for the help."""
    return [
        ("↑ ↓ PgUp PgDn", _("read on and back")),
        ("O", _("write the card to a file")),
        ("R", _("talk with the same student anew")),
        ("L", _("choose another student")),
        ("V", _("progress over all conversations")),
        ("Esc", _("go on with this conversation")),
        ("F4", _("light or dark")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_progress() -> list[tuple[str, str]]:
    """Return the keys of progress with what they do, for the help."""
    return [
        ("↑ ↓", _("to another rule")),
        ("PgUp, PgDn", _("read on and back")),
        ("Delete", _("erase what was kept of practising")),
        ("Esc", _("back")),
        ("F4", _("light or dark")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_kept() -> list[tuple[str, str]]:
    """Return the keys of the page about what is kept with what they do, for the help."""
    return [
        ("1 2 3 …", _("choose straight away")),
        ("↑ ↓ Enter", _("move through what can be done, and do it")),
        ("PgUp, PgDn", _("read on and back")),
        ("Delete", _("erase everything, after you saw what that is")),
        ("Esc", _("back")),
        ("F4", _("light or dark")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_dossier() -> list[tuple[str, str]]:
    """Return the keys of the dossier with what they do, for the help."""
    return [
        ("↑ ↓", _("to another conversation, or to another part")),
        ("Tab", _("to the parts, the goal, the category and back")),
        ("1 2 3 …, space", _("tick a part, or take its tick away")),
        ("G", _("tick the usual parts: all but feelings, names and the transcript")),
        ("V", _("what is shared, on a small screen")),
        ("PgUp, PgDn", _("read on and back")),
        ("← →", _("choose a category")),
        ("O", _("save as a file")),
        ("L", _("the dossier of another student")),
        ("Esc", _("back")),
        ("F4", _("light or dark")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_report() -> list[tuple[str, str]]:
    """Return the keys of a report with what they do, for the help."""
    return [
        ("↑ ↓", _("to another part of the report")),
        ("N, P", _("to the next and the previous finding, with what stands around it")),
        ("PgUp, PgDn", _("read on and back")),
        ("O", _("write the report to a file")),
        ("F4", _("light or dark")),
        ("Ctrl+P", _("menu with everything you can do")),
        ("Esc", _("close the report")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_thread() -> list[tuple[str, str]]:
    """Return the keys of the thread over time with what they do, for the help."""
    return [
        ("← →, Tab", _("to another part")),
        ("↑ ↓ PgUp PgDn", _("to another quote or word")),
        ("Enter", _("read the conversation, or see where you said a word")),
        ("L", _("the thread of another student")),
        ("Esc", _("back")),
        ("F4", _("light or dark")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_archive() -> list[tuple[str, str]]:
    """Return the keys of the history with what they do, for the help."""
    return [
        ("a b c …", _("search in what you said, and in names you gave")),
        ("↑ ↓ PgUp PgDn", _("to another conversation")),
        ("Enter", _("read it")),
        ("F5", _("only alone, only together, or both")),
        ("F6", _("from which time")),
        ("F7", _("with which word")),
        ("F8", _("with which student")),
        ("Esc", _("take away what you typed, then the sieve, then close")),
        ("F4", _("light or dark")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_reading() -> list[tuple[str, str]]:
    """Return the keys of a conversation that is read back with what they do, for the help."""
    return [
        ("↑ ↓ PgUp PgDn", _("read on and back")),
        ("Home, End", _("to the beginning, to the end")),
        ("V, T", _("as a story, or all that was said")),
        ("G", _("go on with it, when it is not finished")),
        ("N", _("give it a name")),
        ("A", _("what you agreed: say what became of it")),
        ("D", _("to the portfolio, to take it along")),
        ("Delete", _("erase it")),
        ("Esc", _("back")),
        ("F4", _("light or dark")),
        ("Ctrl+Q", _("stop the program")),
    ]


def explain_agreements() -> list[tuple[str, str]]:
    """Return the keys of what was agreed with what they do, for the help."""
    return [
        ("↑ ↓ PgUp PgDn", _("to another one")),
        ("Enter", _("say what became of it")),
        ("L", _("read the conversation it comes from")),
        ("K", _("write the open days to a file for your calendar")),
        ("Esc", _("back")),
        ("F4", _("light or dark")),
        ("Ctrl+Q", _("stop the program")),
    ]


def key_name(key: str) -> str:
    """Return a key as the footer shows it: ``ctrl+b`` -> ``^b``."""
    kort = {"enter": "⏎", "delete": "Del", "escape": "Esc", "space": "␣", "down": "↓", "up": "↑", "right": "→"}
    if key.startswith("ctrl+"):
        return "^" + key.removeprefix("ctrl+")
    return kort.get(key, key.upper() if key.startswith("f") and key[1:].isdecimal() else key)
