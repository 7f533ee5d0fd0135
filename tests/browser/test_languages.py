"""A phone that is set to Spanish: every screen on the way speaks it, and both languages are there at once."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.network import go_offline
from tests.browser.sentences import left_over, out_of_sight
from tests.browser.taps import open_app, tap

Phone = Callable[..., Page]

MEXICO = {"locale": "es-MX", "timezone_id": "America/Mexico_City"}
LINE = "Gritó hasta el final"
SCREENS = {
    "/journal": "Diario",
    "/tools": "Tu kit de herramientas",
    "/goals": "Metas",
    "/notes": "Mis listas",
    "/sharing": "Compartir",
    "/about": "Sobre este diario",
    "/sign-up": "Ponlo a salvo",
    "/me": "Yo",
}


def speaks(page: Page, language: str, heading: str) -> None:
    """The screen of that heading is here, whole in that language, and nothing of it is cut."""
    expect(page.get_by_role("heading", name=heading, exact=True).first).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert left_over(page, "en" if language == "es" else "es", language) == []
    assert out_of_sight(page) == []


def rough_call_in_spanish(page: Page) -> None:
    """As a thumb does it, each step looked at."""
    tap(page, "Una llamada difícil")
    speaks(page, "es", "Primero, respira despacio")
    tap(page, "Saltar. Está bien.")
    page.get_by_text("Cómo me hablaron", exact=True).tap()
    speaks(page, "es", "¿Qué lo detonó?")
    page.get_by_role("radio", name="Gritos", exact=True).first.tap()
    page.get_by_role("radio", name=re.compile("Me sacudió")).tap()
    speaks(page, "es", "Primero, que se calme el cuerpo")
    tap(page, "Saltar. Está bien.")
    speaks(page, "es", "¿Cómo se sintió?")
    tap(page, "No lo sé bien")
    page.get_by_label("¿Qué pasó?").fill(LINE)
    tap(page, "Siguiente")
    speaks(page, "es", "Algo que quizá ayude")
    tap(page, "Saltar. Está bien.")
    speaks(page, "es", "¿Qué tan fuerte es ahora?")
    tap(page, "Saltar. Está bien.")
    page.get_by_role("radio", name="Nada. Está bien.").tap()
    expect(page.get_by_role("dialog").get_by_text("Guardado en este teléfono")).to_be_visible()
    speaks(page, "es", "Lo dejaste aquí. No tienes por qué seguir cargándolo.")
    tap(page, "Listo")


def test_a_first_entry_and_every_tab_in_spanish_with_and_without_a_network(phone: Phone) -> None:
    page = phone(**MEXICO)
    open_app(page)
    rough_call_in_spanish(page)
    expect(page.get_by_text(LINE)).to_be_visible()
    go_offline(page)
    for address, heading in SCREENS.items():
        open_app(page, address)
        speaks(page, "es", heading)
    page.get_by_role("link", name="Ayuda ahora").tap()
    speaks(page, "es", "No tienes que estar a solas con esto")


def speak(page: Page, label: str, language: str) -> None:
    """Chooses another language in Me."""
    page.get_by_label(label, exact=True).select_option(language)


def test_the_language_changes_at_once_and_what_was_begun_stays(phone: Phone) -> None:
    page = phone(**MEXICO)
    open_app(page)
    tap(page, "Una llamada difícil")
    tap(page, "Saltar. Está bien.")
    page.get_by_text("Cómo me hablaron", exact=True).tap()
    page.get_by_role("radio", name="Gritos", exact=True).first.tap()
    speaks(page, "es", "¿Qué tan fuerte fue?")
    tap(page, "Cerrar")
    page.get_by_role("link", name="Yo", exact=True).tap()
    speak(page, "Idioma", "en")
    speaks(page, "en", "Me")
    page.get_by_role("link", name="Today", exact=True).tap()
    tap(page, "A rough call")
    speaks(page, "en", "You began this already")
    tap(page, "Go on with it")
    speaks(page, "en", "How big was it?")
    open_app(page, "/me")
    speaks(page, "en", "Me")
    speak(page, "Language", "auto")
    speaks(page, "es", "Yo")
