"""How the interface looks, light and dark: a palette, a short style sheet, and the colours of the desk. Paper has its
own theme and stays light."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QInputDevice, QPalette
from PySide6.QtWidgets import QApplication

from plakbord.settings import ThemeName
from plakbord.window.data_styles import data_style
from plakbord.window.styles import finding_style, panel_style, safety_style, share_style, voting_style
from plakbord.window.tone import DARK, LIGHT, Tone, drawing, is_light, on_ground, tick

FOR_FINGERS = """
    QToolBar QToolButton, #selectionBar QToolButton { min-width: 32px; min-height: 32px; }
    #bar QToolButton { min-width: 36px; min-height: 36px; }
    QMenu::item { padding-top: 12px; padding-bottom: 12px; }
    QTabBar::tab { min-height: 34px; }
"""
"""With the padding of six pixels, or four: nothing smaller than 44."""


def high_contrast(app: QApplication) -> bool:
    """Whether the system asks for high contrast; systems and versions of Qt that do not say so do not ask."""
    hints = app.styleHints()
    found = getattr(hints, "accessibility", None)
    if found is None:
        return False
    asked = found()  # lives as long as `hints`, which is why that has a name
    return bool(asked.contrastPreference().name == "HighContrast")


def follow_system(app: QApplication, listener: Callable[..., None]) -> None:
    """Calls the listener, a method of a window, for as long as that lives: when the system shows other colours, begins
    or ends to ask for high contrast, or writes in another size. Widgets with a style sheet keep their font until that
    is set again."""
    app.styleHints().colorSchemeChanged.connect(listener)
    app.fontChanged.connect(listener)
    hints = app.styleHints()
    found = getattr(hints, "accessibility", None)
    if found is not None:
        asked = found()
        asked.contrastPreferenceChanged.connect(listener)


def tone_of(palette: QPalette) -> Tone:
    """The theme that a system's palette of high contrast stands for: its own colours, nothing quiet, every edge as
    strong as the text."""
    role = QPalette.ColorRole

    def color(each: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, each).name()

    text = color(role.WindowText)
    desk, panel = color(role.Window), color(role.Base)
    return Tone(desk, panel, panel, text, text, text, color(role.Highlight), color(role.HighlightedText))


def tone_for(name: ThemeName, app: QApplication) -> Tone:
    """The theme a person chose, or the one the system shows; who asked the system for high contrast gets its colours
    whatever was chosen here."""
    if high_contrast(app):
        app.setPalette(QPalette())  # ours is taken off to see the system's
        return tone_of(app.palette())
    if name == "system":
        hints = app.styleHints()
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if name == "dark" else LIGHT


def apply(tone: Tone, app: QApplication) -> None:
    """Gives the whole program that theme."""
    app.setPalette(palette_of(tone))
    fingers = FOR_FINGERS if has_touch_screen() else ""
    styles = (
        style_sheet,
        choice_style,
        start_style,
        panel_style,
        safety_style,
        finding_style,
        voting_style,
        share_style,
        data_style,
    )
    parts = "".join(style(tone) for style in styles)
    app.setStyleSheet(parts + fingers)


def has_touch_screen() -> bool:
    """Whether people may use their fingers here."""
    return any(device.type() == QInputDevice.DeviceType.TouchScreen for device in QInputDevice.devices())


def palette_of(tone: Tone) -> QPalette:
    """The palette for Qt's own widgets."""
    role = QPalette.ColorRole
    colors = {
        role.Window: tone.panel,
        role.WindowText: tone.text,
        role.Base: tone.panel,
        role.AlternateBase: tone.raised,
        role.Text: tone.text,
        role.Button: tone.raised,
        role.ButtonText: tone.text,
        role.BrightText: tone.text,
        role.ToolTipBase: tone.raised,
        role.ToolTipText: tone.text,
        role.PlaceholderText: tone.quiet,
        role.Highlight: tone.accent,
        role.HighlightedText: tone.on_accent,
        role.Link: tone.accent,
        role.Light: tone.raised,
        role.Midlight: tone.rule,
        role.Mid: tone.rule,
        role.Dark: tone.rule,
        role.Shadow: tone.desk,
        role.Accent: tone.accent,
    }
    palette = QPalette()
    for each, color in colors.items():
        palette.setColor(each, QColor(color))
    for each in (role.WindowText, role.Text, role.ButtonText):
        faint = QColor(tone.quiet)
        faint.setAlpha(130)
        palette.setColor(QPalette.ColorGroup.Disabled, each, faint)
    return palette


def style_sheet(tone: Tone) -> str:
    """What a palette cannot say: spacing in steps of four pixels, corners of six, no borders where space will do."""
    return f"""
    QToolBar {{ background: {tone.panel}; border: none; border-bottom: 1px solid {tone.rule}; padding: 4px 8px;
        spacing: 2px; }}
    QToolBar QToolButton {{ border: none; border-radius: 6px; padding: 6px; }}
    QToolBar::separator {{ background: {tone.rule}; width: 1px; margin: 6px 8px; }}
    QToolButton:hover, #bar QToolButton:hover {{ background: {tone.raised}; }}
    QToolButton:pressed, QToolButton:checked {{ background: {tone.rule}; color: {on_ground(tone.rule, tone)}; }}
    QToolButton#primary {{ background: {tone.accent}; color: {tone.on_accent}; font-weight: 600; padding: 6px 14px; }}
    QToolButton#primary:hover {{ background: {QColor(tone.accent).lighter(108).name()}; }}
    QMenuBar {{ background: {tone.panel}; padding: 2px 6px; }}
    QMenuBar::item {{ padding: 4px 10px; border-radius: 6px; }}
    QMenuBar::item:selected {{ background: {tone.accent}; color: {tone.on_accent}; }}
    QMenu {{ background: {tone.panel}; border: 1px solid {tone.rule}; padding: 6px; }}
    QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 6px; }}
    QMenu::item:selected {{ background: {tone.accent}; color: {tone.on_accent}; }}
    QMenu::item:disabled {{ color: {tone.quiet}; background: transparent; }}
    QMenu::separator {{ height: 1px; background: {tone.rule}; margin: 6px 8px; }}
    QMenu::icon {{ padding-left: 10px; }}
    #bar {{ background: {tone.panel}; border-top: 1px solid {tone.rule}; }}
    #bar QLabel {{ color: {tone.quiet}; }}
    #bar QToolButton {{ border: none; border-radius: 6px; padding: 4px; }}
    #bar QToolButton::menu-indicator {{ image: none; }}
    #selectionBar {{ background: {tone.panel}; border: 1px solid {tone.rule}; border-radius: 10px; }}
    #selectionBar QToolButton {{ border: none; border-radius: 6px; padding: 5px; }}
    QTabBar {{ background: transparent; border: none; }}
    QTabBar::tab {{ background: transparent; color: {tone.quiet}; padding: 5px 12px; margin: 2px 1px;
        border-radius: 6px; border: none; }}
    QTabBar::tab:hover {{ background: {tone.raised}; }}
    QTabBar::tab:selected {{ background: {tone.raised}; color: {tone.text}; }}
    QToolTip {{ background: {tone.raised}; color: {tone.text}; border: 1px solid {tone.rule}; padding: 4px 8px; }}
    QLineEdit, QDateEdit, QComboBox {{ background: {tone.panel}; border: 1px solid {tone.rule}; border-radius: 6px;
        padding: 6px 8px; min-height: 18px; selection-background-color: {tone.accent}; }}
    QLineEdit:focus, QDateEdit:focus, QComboBox:focus {{ border: 2px solid {tone.accent}; padding: 5px 7px; }}
    QPushButton {{ background: {tone.raised}; border: 1px solid {tone.rule}; border-radius: 6px; padding: 7px 16px; }}
    QPushButton:hover {{ background: {tone.rule}; }}
    QPushButton:focus {{ border: 2px solid {tone.accent}; padding: 6px 15px; }}
    QPushButton:default {{ background: {tone.accent}; color: {tone.on_accent}; border-color: {tone.accent}; }}
    QPushButton#choice {{ text-align: left; padding: 14px; }}
    QPushButton#choice:checked {{ border: 2px solid {tone.accent}; padding: 13px; background: {tone.panel}; }}
    #ticks {{ border: 1px solid {tone.rule}; border-radius: 6px; padding: 4px; }}
    QDialog {{ background: {tone.panel}; }}
    #popup {{ border: 1px solid {tone.rule}; }}
    QListView {{ background: {tone.panel}; border: none; outline: none; }}
    QListView::item {{ padding: 6px 8px; border-radius: 6px; color: {tone.text}; }}
    QListView::item:hover {{ background: {tone.raised}; }}
    QListView::item:selected {{ background: {tone.rule}; color: {tone.text}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {tone.rule}; border-radius: 5px; min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {tone.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QLabel#quiet {{ color: {tone.quiet}; }}
    """


def choice_style(tone: Tone) -> str:
    """The same for lists to choose from and boxes to tick."""
    return f"""
    QComboBox::drop-down {{ border: none; width: 28px; }}
    QComboBox::down-arrow {{ image: url("{drawing("chevron-down", is_light(tone.text))}");
        width: 14px; height: 14px; }}
    QListView::indicator, QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {tone.quiet};
        border-radius: 4px; }}
    QListView::indicator:unchecked, QCheckBox::indicator:unchecked {{ background: {tone.panel}; }}
    QListView::indicator:checked, QCheckBox::indicator:checked {{ background: {tone.accent};
        border-color: {tone.accent}; image: url("{tick(tone)}"); }}
    QCheckBox::indicator:disabled {{ border-color: {tone.rule}; background: {tone.raised}; }}
    """


def start_style(tone: Tone) -> str:
    """The same for the start page, and for typing a name over a tab."""
    return f"""
    QLabel#heading {{ font-size: 17px; font-weight: 600; padding: 8px 0; }}
    #bar QToolButton::menu-indicator {{ image: none; width: 0; }}
    #startPage {{ background: {tone.panel}; }}
    #startPage QListWidget, #startPage QScrollArea, #startPage QScrollArea > QWidget > QWidget {{
        background: transparent; border: none; }}
    QLineEdit#tabEditor {{ padding: 2px 6px; }}
    #exportScroll, #exportForm {{ background: {tone.panel}; border: none; }}
    QProgressBar {{ background: {tone.raised}; border: none; border-radius: 4px; max-height: 8px; }}
    QProgressBar::chunk {{ background: {tone.accent}; border-radius: 4px; }}
    """
