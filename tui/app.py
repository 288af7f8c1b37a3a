"""The app: which screen is shown, the theme, and stopping without losing a word."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.notifications import SeverityLevel
from textual.screen import ModalScreen, Screen

from gesprek.taal import _, unforeseen, use_taal
from tui.maat import BREEDTES, HOOGTES
from tui.tekst import shown
from tui.themas import DONKER, LICHT, THEMAS

if TYPE_CHECKING:
    from gesprek.archief import Archief
    from gesprek.archief.slot import Slotwerk
    from gesprek.model import Taal
    from gesprek.oefenen.sessie import Drillsessie
    from gesprek.sessie import Sessie
    from gesprek.uiting import Uiting
    from tui.screens.gesprek import GesprekScherm

_SIGNALEN = tuple(getattr(signal, naam) for naam in ("SIGTERM", "SIGHUP") if hasattr(signal, naam))


class GesprekApp(App[None]):
    """gesprek on the whole screen.

    :param archief: where conversations are kept.
    :param taal: the language of the home screen; a conversation has its own.
    :param sessie: a conversation, or a drill, to show at once; the home screen when it is None.
    :param scherm: another screen to show at once.
    """

    TITLE = "gesprek"
    CSS_PATH: ClassVar = [  # all at once: textual does not load the sheet of a screen that is the first one
        "app.tcss",
        "screens/thuis.tcss",
        "screens/gesprek.tcss",
        "screens/drill.tcss",
        "screens/hulp.tcss",
        "screens/bevestiging.tcss",
        "screens/verslag.tcss",
        "screens/regelvraag.tcss",
        "screens/samen.tcss",
        "screens/samen_begin.tcss",
        "screens/oefenen.tcss",
        "screens/oefenkeuze.tcss",
        "screens/oefeneind.tcss",
        "screens/voortgang.tcss",
        "screens/vraagvlak.tcss",
        "screens/bewaard.tcss",
        "screens/dossier.tcss",
        "screens/dossier_bewaar.tcss",
        "screens/archief.tcss",
        "screens/lezen.tcss",
        "screens/kiezer.tcss",
        "screens/afspraken.tcss",
        "screens/draad.tcss",
    ]
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "ctrl+p"
    HORIZONTAL_BREAKPOINTS = BREEDTES
    VERTICAL_BREAKPOINTS = HOOGTES
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", id="help", priority=True),
        Binding("f4", "toggle_theme", "Light or dark", id="theme", priority=True),
        Binding("ctrl+p", "command_palette", "Menu", id="menu", priority=True),
        Binding("ctrl+q", "quit", "Stop", id="quit", priority=True),
    ]

    def __init__(
        self,
        archief: Archief,
        taal: Taal,
        sessie: Sessie | Drillsessie | None = None,
        scherm: Screen[None] | None = None,
    ) -> None:
        super().__init__()
        self.archief = archief
        self.taal = taal
        self.afscheid = ""
        self.daarna: Slotwerk | None = None
        """What is done with the lock once the screen is closed, for nobody may have the archive open then."""
        self._eerste = sessie
        self._scherm = scherm
        self._stopt = False
        self._geseind = False
        self.when_told_to_stop: Callable[[], None] = lambda: None
        """What is done once all is kept after a signal, before the screen is given back."""
        for thema in THEMAS:
            self.register_theme(thema)
        self.theme = DONKER.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every theme the names of our colours."""
        return dict(DONKER.variables)

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen."""
        from gesprek.sessie import Sessie

        if self._scherm is not None:
            return self._scherm
        if self._eerste is None:
            return self._home()
        return self._conversation(self._eerste) if isinstance(self._eerste, Sessie) else self._drill(self._eerste)

    def _home(self) -> Screen[None]:
        from tui.screens.thuis import Thuis

        return Thuis(self.archief, self.taal)

    def _conversation(self, sessie: Sessie) -> Screen[None]:
        return conversation_screen(sessie)

    def _drill(self, sessie: Drillsessie) -> Screen[None]:
        from tui.screens.drill import DrillScherm

        return DrillScherm(sessie)

    def on_mount(self) -> None:
        """Listen for the end of the terminal: what is being typed must survive it."""
        loop = asyncio.get_running_loop()
        for signaal in _SIGNALEN:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(signaal, self._stop_on_signal)

    def on_unmount(self) -> None:
        """Leave the signals as they were."""
        loop = asyncio.get_running_loop()
        for signaal in _SIGNALEN:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.remove_signal_handler(signaal)

    def _fatal_error(self) -> None:
        """End after a mistake of the program itself: a sentence, no traceback, for that would show answers."""
        self.afscheid = unforeseen(self._exception)
        self._close_messages_no_wait()

    def _stop_on_signal(self) -> None:
        self._geseind = True
        self.call_later(self.action_quit)

    def _in_conversation(self) -> GesprekScherm | None:
        """Return the screen of the conversation that is going on, if there is one."""
        from tui.screens.gesprek import GesprekScherm
        from tui.screens.thuis import Thuis

        for scherm in reversed(self.screen_stack):
            if isinstance(scherm, GesprekScherm):
                return scherm
            if isinstance(scherm, Thuis):
                break
        return None

    def _away_from_home(self) -> Screen[object] | None:
        """Return the page that is on now, under any dialog, when it is not home itself."""
        from tui.screens.thuis import Thuis

        blad = next((scherm for scherm in reversed(self.screen_stack) if not isinstance(scherm, ModalScreen)), None)
        return None if isinstance(blad, Thuis) else blad

    async def action_quit(self) -> None:
        """Stop: keep what is being typed, and remember to say how to go on."""
        if self._stopt:
            return
        self._stopt = True
        self.afscheid = await self._keep_open()
        scherm = self._in_conversation()
        if scherm is not None:
            bewaard = await scherm.keep_draft(settle=True)
            self.afscheid = scherm.farewell()
            if not bewaard:
                self.afscheid += "\n" + _("What you were typing could not be kept.")
        if self._geseind:
            self.when_told_to_stop()
        self.exit()

    async def _keep_open(self) -> str:
        """Keep what is still open on the pages that are on; return why it could not be."""
        for scherm in self.screen_stack:
            if (keep := getattr(scherm, "keep_open", None)) is not None and (melding := await keep()):
                return str(melding)
        return ""

    async def action_home(self) -> None:
        """Go to the home screen; what is being typed is kept."""
        scherm = self._away_from_home()
        if scherm is None:
            return
        gesprek = self._in_conversation()
        if gesprek is not None and not await gesprek.keep_draft(settle=True):
            self.notify(_("What you were typing could not be kept."))
        if melding := await self._keep_open():
            self.notify(melding)
        use_taal(self.taal)
        while len(self.screen_stack) > 1 and self._away_from_home() is not None:
            await self.pop_screen()
        if self._away_from_home() is not None:  # textual cannot take its first screen away
            await self.push_screen(self._home())

    async def replace_page(self, scherm: Screen[None]) -> None:
        """Show a page in the place of the one that is on now."""
        if len(self.screen_stack) > 1:
            await self.pop_screen()
        await self.push_screen(scherm)  # on top of the first one, which textual cannot take away

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say which actions can be done now."""
        if action == "home":
            return self._away_from_home() is not None
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        """Show the help, or close it."""
        from tui.screens.hulp import Hulp

        if isinstance(self.screen, Hulp):
            self.screen.dismiss()
        else:
            eigen = getattr(self.screen, "help_page", None)  # a screen may have help of its own
            self.push_screen(eigen() if eigen else Hulp(self.archief.plek))

    def action_toggle_theme(self) -> None:
        """Change between light and dark."""
        self.theme = LICHT.name if self.theme == DONKER.name else DONKER.name

    def action_command_palette(self) -> None:
        """Show the menu."""
        from textual.command import CommandPalette

        from tui.opdrachten import open_menu

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(open_menu())

    def action_help_quit(self) -> None:
        """Say how to stop, to whoever pressed Ctrl+C."""
        self.notify(_("Ctrl+Q stops the program."))

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002 - nobody may turn it on
    ) -> None:
        """Say something for a moment; never read as markup."""
        super().notify(shown(message), title=title, severity=severity, timeout=timeout, markup=False)


def conversation_screen(sessie: Sessie, uitingen: tuple[Uiting, ...] = (), vooruit: str = "") -> GesprekScherm:
    """Return the screen for a conversation: of one, or of two.

    :param uitingen: what it said at its beginning, when that was asked already.
    :param vooruit: what was typed before the screen was there.
    """
    from gesprek.samen.sessie import Samensessie

    if isinstance(sessie, Samensessie):
        from tui.screens.samen import SamenScherm

        return SamenScherm(sessie, uitingen)
    from tui.screens.gesprek import GesprekScherm

    return GesprekScherm(sessie, uitingen, vooruit)
