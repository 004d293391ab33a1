"""Tabs that this version does not have yet: they say so, and what to do meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_app.ui.page import Page
from caregiver_app.ui.parts import Parts
from caregiver_app.ui.widgets.empty_state import EmptyState
from caregiver_app.ui.widgets.page_header import PageHeader
from caregiver_app.ui.widgets.scrolling import Scrolling
from caregiver_app.words import tr


def _texts(name: str) -> tuple[str, str, str, str, str]:
    """Icon, title, hint, head line and sentence of a tab."""
    return {
        "notes": ("notebook-pen", tr("Care notes"), tr("Questions and what you noticed"),
                  tr("Care notes are not ready yet"),
                  tr("A coming version keeps your questions here. For now, write them on paper and take them along.")),
    }[name]  # fmt: skip


class _ComingPage(Page):
    is_built = False


def coming_page(name: str, parts: Parts) -> Page:
    """The page of a tab that is not built yet."""
    icon, title, hint, headline, sentence = _texts(name)
    page = _ComingPage(parts)
    theme = parts.theme
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(theme.px(28), theme.px(20), theme.px(28), theme.px(24))
    column.addWidget(PageHeader(theme, title, hint))
    column.addWidget(EmptyState(theme, icon, headline, sentence), 1)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(QMargins())
    whole.addWidget(Scrolling(inner))
    return page
