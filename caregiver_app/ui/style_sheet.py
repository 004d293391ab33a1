"""The one style sheet: stock controls only, made from the theme's tokens. What we paint ourselves is not in it."""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from caregiver_app.ui.theme import Theme

_SHEET = Template(
    """
* { outline: 0; }
QToolTip { background: $surface; color: $text; border: 1px solid $line_strong; padding: ${s4}px; }
QMenuBar { background: $bg; color: $text; padding: ${s4}px ${s16}px; }
QMenuBar::item { padding: ${s6}px ${s12}px; border-radius: ${s6}px; background: transparent; }
QMenuBar::item:selected { background: $sel; color: $on_sel; }
QMenu { background: $surface; color: $text; border: 1px solid $line_strong; padding: ${s4}px;
  menu-scrollable: 1; }
QMenu::item { padding: ${s8}px ${s24}px ${s8}px ${s16}px; border-radius: ${s6}px; min-height: ${s20}px; }
QMenu::item:selected { background: $sel; color: $on_sel; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: ${s4}px ${s8}px; }
QMenu::indicator { width: ${s16}px; height: ${s16}px; margin-left: ${s4}px; }
QMenu::indicator:checked { image: url("$tick_text"); }

QPushButton { background: $surface; color: $text; border: 2px solid $line_strong; border-radius: ${s8}px;
  min-height: ${inner}px; padding: 0 ${s16}px; font-weight: normal; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $disabled; border-color: $line_off; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: bold; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_press; border-color: $accent_press; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $disabled; border-color: $line_off; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="danger"]:hover { background: $danger_soft; color: $on_danger_soft; }
QPushButton[kind="quiet"] { background: transparent; color: $accent; border-color: transparent; font-weight: bold;
  padding: 0 ${s8}px; }
QPushButton[kind="quiet"]:hover { background: $accent_soft; color: $on_accent_soft; }
QPushButton[kind="warn"] { background: transparent; color: $on_warn_soft; border-color: $on_warn_soft; }
QPushButton[kind="warn"]:hover { background: $surface; color: $text; }
QPushButton[kind="chip"] { background: $accent_soft; color: $on_accent_soft; border: 1px solid $accent;
  border-radius: ${s22}px; min-height: ${inner_thin}px; padding: 0 ${s12}px; }
QPushButton[kind="chip"]:hover { background: $sel; color: $on_sel; }
QPushButton[kind="icon"] { background: transparent; border-color: transparent; padding: 0; min-width: ${inner}px; }
QPushButton[kind="icon"]:hover { background: $sunken; }
QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox { background: $surface; color: $text; border: 2px solid $line_strong;
  border-radius: ${s8}px; padding: 0 ${s12}px; selection-background-color: $accent; selection-color: $on_accent;
  placeholder-text-color: $text2; }
QLineEdit, QComboBox { min-height: ${inner}px; }
QTextEdit, QPlainTextEdit { padding: ${s8}px ${s8}px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border-color: $accent; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border-color: $danger; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: $disabled; border-color: $line_off; }
QComboBox::drop-down { border: 0; width: ${s36}px; }
QComboBox::down-arrow { image: url("$arrow"); width: ${s16}px; height: ${s16}px; }
QComboBox QLineEdit { border: 0; padding: 0; min-height: ${s32}px; background: transparent; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $line_strong;
  selection-background-color: $sel; selection-color: $on_sel; }
QComboBox QAbstractItemView::item { min-height: ${s40}px; padding: 0 ${s12}px; }

QCheckBox, QRadioButton { spacing: ${s10}px; min-height: ${s32}px; color: $text; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: ${s22}px; height: ${s22}px;
  border: 2px solid $line_strong;
  background: $surface; }
QCheckBox::indicator, QListView::indicator { border-radius: ${s6}px; }
QRadioButton::indicator { border-radius: ${round}px; }
QCheckBox::indicator:checked, QRadioButton::indicator:checked, QListView::indicator:checked { background: $accent;
  border-color: $accent; }
QCheckBox::indicator:checked, QListView::indicator:checked { image: url("$tick"); }
QRadioButton::indicator:checked { image: url("$dot"); }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }

QLabel { background: transparent; }
QLabel a { color: $link; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: 0; }
QTabWidget::pane { border: 0; }
QDialog, QMessageBox { background: $bg; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QTableView, QListView, QTreeView { background: $surface; alternate-background-color: $sunken; color: $text;
  border: 1px solid $line; border-radius: ${s8}px; selection-background-color: $sel; selection-color: $on_sel; }
QTableView[resting="true"] { selection-background-color: $surface; selection-color: $text; }
QTableView::item, QListView::item { padding: 0 ${s12}px; }
QHeaderView::section { background: $sunken; color: $text; border: 0; border-bottom: 1px solid $line_strong;
  padding: ${s8}px ${cell}px; font-weight: bold; }
QHeaderView::up-arrow { image: url("$arrow_up"); width: ${s16}px; height: ${s16}px; }
QHeaderView::down-arrow { image: url("$arrow"); width: ${s16}px; height: ${s16}px; }
QScrollBar:vertical { background: transparent; width: ${s14}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${s14}px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: ${s4}px; margin: ${s3}px; min-height: ${s32}px;
  min-width: ${s32}px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: 1px solid $line_strong; border-radius: ${s6}px; background: $bar_track; text-align: center; }
QProgressBar::chunk { background: $bar; border-radius: ${s5}px; }
QCalendarWidget QWidget { background: $surface; color: $text; }
QCalendarWidget QToolButton { min-height: ${s44}px; min-width: ${s44}px; border: 0; border-radius: ${s6}px;
  background: $surface; color: $text; }
QCalendarWidget QToolButton:hover { background: $sunken; }
"""
)
_LENGTHS = (3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 22, 24, 32, 36, 40, 44)
_TARGET = 44  # what can be pressed is this high, its border included
_DOT = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    b'<circle cx="12" cy="12" r="5" fill="currentColor"/></svg>'
)


def style_sheet(theme: Theme) -> str:
    """The style sheet for a theme as it is now."""
    from caregiver_app.ui.tokens import LIGHT

    values = {name: theme.token(name).name() for name in LIGHT}
    values |= {f"s{length}": str(theme.px(length)) for length in _LENGTHS}
    values["line_off"] = theme.token("disabled" if theme.high_contrast else "line").name()
    values |= {"inner": str(theme.px(_TARGET) - 4), "inner_thin": str(theme.px(_TARGET) - 2)}
    values["cell"] = str(theme.px(12) + 3)  # Qt sets the words of a cell in by three more pixels than those of a head
    values["round"] = str(theme.px(22) // 2 + 2)  # half of the whole; with more than that, Qt draws a square
    values |= {
        "arrow": _image("chevron-down", theme.token("text")),
        "arrow_up": _image("chevron-up", theme.token("text")),
        "tick": _image("check", theme.token("on_accent")),
        "tick_text": _image("check", theme.token("text")),
        "dot": _image("", theme.token("on_accent")),
    }
    return _SHEET.substitute(values)


def _image(name: str, color: QColor) -> str:
    """A tinted icon as a file, which is all that a style sheet can show; made once for each color."""
    path = _folder() / f"{name or 'dot'}-{color.name()[1:]}.svg"
    if not path.exists():
        from caregiver_app.ui.icons import svg

        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(svg(name, color) if name else _DOT.replace(b"currentColor", color.name().encode()))
    return path.as_posix()


def _folder() -> Path:
    caches = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericCacheLocation)
    return Path(caches) / "Caregiver Organizer" / "icons"
