"""What the parts of the window look like beyond Qt's own widgets: panels, the finder, voting, safety, sharing."""

from __future__ import annotations

from PySide6.QtGui import QColor

from plakbord.window.tone import Tone, tick


def panel_style(tone: Tone) -> str:
    """The same for the panels beside the board, and where the keyboard is."""
    return f"""
    #panelHead, #panelBody {{ background: {tone.panel}; border-left: 1px solid {tone.rule}; }}
    #panelTitle {{ font-weight: 600; }}
    #panelClose {{ border: none; border-radius: 6px; padding: 6px; }}
    #panelClose:focus {{ border: 2px solid {tone.accent}; padding: 4px; }}
    #outline {{ border: 2px solid {tone.panel}; padding: 4px 6px; margin-left: 1px; background: {tone.panel}; }}
    #outline:focus {{ border-color: {tone.accent}; border-radius: 6px; }}
    #rowEditor {{ border: 2px solid {tone.accent}; border-radius: 4px; background: {tone.panel};
        selection-background-color: {tone.accent}; selection-color: {tone.on_accent}; }}
    QMainWindow::separator {{ background: {tone.panel}; width: 4px; }}
    QMainWindow::separator:hover {{ background: {tone.accent}; }}
    QCheckBox:focus, QRadioButton:focus {{ outline: 2px solid {tone.accent}; }}
    QTabBar::tab:focus {{ border: 2px solid {tone.accent}; padding: 3px 10px; }}
    #bar QToolButton:focus {{ border: 2px solid {tone.accent}; padding: 2px; }}
    QToolBar QToolButton:focus {{ border: 2px solid {tone.accent}; padding: 4px; }}
    QToolButton#primary:focus {{ border: 2px solid {tone.text}; padding: 4px 12px; }}
    """


def finding_style(tone: Tone) -> str:
    """The same for what floats over the window to find things with."""
    return f"""
    #palette, #searchBar {{ background: {tone.panel}; border: 1px solid {tone.rule}; border-radius: 12px; }}
    #palette QLineEdit {{ border: none; font-size: 12pt; padding: 8px 12px; min-height: 26px; }}
    #palette QLineEdit:focus {{ border: none; padding: 8px 12px; }}
    #palette QListView {{ background: transparent; outline: none; }}
    #palette QScrollBar:vertical, #shortcutArea QScrollBar:vertical {{ background: transparent; width: 8px;
        margin: 0; }}
    #palette QScrollBar::handle, #shortcutArea QScrollBar::handle {{ background: {tone.rule}; border-radius: 4px;
        min-height: 32px; }}
    #palette QScrollBar::add-line, #palette QScrollBar::sub-line, #shortcutArea QScrollBar::add-line,
        #shortcutArea QScrollBar::sub-line {{ height: 0; }}
    #palette QScrollBar::add-page, #palette QScrollBar::sub-page, #shortcutArea QScrollBar::add-page,
        #shortcutArea QScrollBar::sub-page {{ background: transparent; }}
    #searchBar QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 5px 8px; }}
    #searchBar QToolButton:disabled {{ color: {tone.rule}; }}
    #searchBar QToolButton:focus {{ border-color: {tone.accent}; }}
    #searchBar QToolButton:checked {{ background: {tone.accent}; color: {tone.on_accent}; }}
    #searchBar QToolButton::menu-indicator {{ image: none; width: 0; }}
    #shortcutPage {{ background: {tone.panel}; }}
    #shortcutGroup {{ font-weight: 600; padding: 4px 0 4px 0; }}
    #keyCap {{ background: {tone.raised}; border: 1px solid {tone.rule}; border-radius: 5px; padding: 2px 8px; }}
    """


def voting_style(tone: Tone) -> str:
    """The same for voting: the panel, and the covers that a room looks at."""
    return f"""
    #voteColumn, #voteFoot, #voteHead {{ background: transparent; }}
    #voteFoot {{ border-top: 1px solid {tone.rule}; }}
    #voteSection {{ font-weight: 600; }}
    #panelBody QCheckBox::indicator, #panelBody QRadioButton::indicator {{ width: 14px; height: 14px;
        border: 1px solid {tone.quiet}; border-radius: 4px; background: {tone.panel}; }}
    #panelBody QRadioButton::indicator {{ border-radius: 8px; }}
    #panelBody QCheckBox::indicator:checked {{ background: {tone.accent}; border-color: {tone.accent};
        image: url("{tick(tone)}"); }}
    #panelBody QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {tone.accent}; }}
    #voteTitle {{ font-size: 16px; font-weight: 600; }}
    #voteDone {{ font-size: 20px; font-weight: 600; }}
    #voteClock {{ font-size: 44px; font-weight: 300; color: {tone.text}; }}
    #cover #voteClock {{ font-size: 22px; }}
    #refused {{ color: {tone.text}; font-weight: 600; }}
    #stepper, #bigStepper {{ background: {tone.panel}; border: 1px solid {tone.rule}; border-radius: 6px;
        selection-background-color: {tone.accent}; selection-color: {tone.on_accent}; }}
    #bigStepper {{ font-size: 30px; font-weight: 600; }}
    #stepper:focus, #bigStepper:focus {{ border: 2px solid {tone.accent}; }}
    #stepper QLineEdit, #bigStepper QLineEdit {{ border: none; padding: 0; background: transparent; min-height: 0; }}
    #stepper::up-button, #stepper::down-button, #bigStepper::up-button, #bigStepper::down-button {{ width: 0;
        border: none; }}
    QToolButton#step {{ background: {tone.raised}; border: 1px solid {tone.rule}; border-radius: 6px; padding: 0; }}
    QToolButton#step:hover {{ background: {tone.rule}; }}
    QPlainTextEdit {{ background: {tone.panel}; border: 1px solid {tone.rule}; border-radius: 6px; padding: 4px;
        selection-background-color: {tone.accent}; selection-color: {tone.on_accent}; }}
    QPlainTextEdit:focus {{ border: 2px solid {tone.accent}; padding: 3px; }}
    QPushButton#votePrimary {{ background: {tone.accent}; color: {tone.on_accent}; border-color: {tone.accent};
        font-weight: 600; padding: 9px 18px; }}
    QPushButton#votePrimary:hover {{ background: {QColor(tone.accent).lighter(108).name()}; }}
    QPushButton#votePrimary:focus {{ border: 2px solid {tone.text}; padding: 8px 17px; }}
    QPushButton#votePrimary:disabled {{ background: {tone.raised}; color: {tone.quiet}; border-color: {tone.rule}; }}
    QPushButton#voteWay, QPushButton#tickButton {{ text-align: left; padding: 8px 12px; }}
    QPushButton#tickButton {{ padding: 6px 10px; }}
    QPushButton#voteWay:focus {{ padding: 7px 11px; }}
    QPushButton#voteLink {{ text-align: left; color: {tone.accent}; background: transparent; border: none;
        padding: 4px 0; }}
    QPushButton#voteLink:hover {{ text-decoration: underline; }}
    QPushButton#voteLink:focus {{ text-decoration: underline; border: none; }}
    QPushButton#voteQuiet {{ padding: 7px 10px; text-align: left; }}
    QProgressBar {{ background: {tone.raised}; border: none; border-radius: 4px; }}
    QProgressBar::chunk {{ background: {tone.accent}; border-radius: 4px; }}
    #rankingList {{ border: none; background: transparent; }}
    #cover {{ background: {tone.panel}; }}
    #cover #coverTitle {{ font-size: 24px; font-weight: 600; }}
    #cover QPushButton {{ font-size: 16px; padding: 10px 20px; }}
    #cover QLabel#quiet, #cover QLabel#refused {{ font-size: 16px; }}
    #cover QLineEdit {{ font-size: 16px; padding: 10px 12px; }}
    #cover #bigNumber {{ font-size: 40px; font-weight: 600; }}
    #kioskNames {{ background: transparent; }}
    QPushButton#kioskName {{ font-size: 20px; padding: 16px 20px; text-align: left; }}
    #ballotList::item:selected {{ background: {tone.raised}; color: {tone.text}; }}
    #cover QPushButton#kioskNext {{ background: {tone.accent}; color: {tone.on_accent}; border-color: {tone.accent};
        font-size: 28px; font-weight: 600; padding: 28px 56px; border-radius: 12px; }}
    #cover QPushButton#kioskNext:focus {{ border: 3px solid {tone.text}; padding: 26px 54px; }}
    #ballotList {{ border: none; border-left: 1px solid {tone.rule}; border-radius: 0; font-size: 15px; }}
    """


def safety_style(tone: Tone) -> str:
    """The lasting bar, the cards of what was found, and lists to choose from."""
    return f"""
    QComboBox::drop-down {{ border: none; width: 28px; }}
    #safetyBar {{ background: {tone.raised}; border-bottom: 1px solid {tone.rule}; }}
    #safetyBar QPushButton {{ background: {tone.panel}; padding: 5px 12px; }}
    #card {{ background: {tone.raised}; border-radius: 6px; }}
    #card QPushButton {{ background: {tone.panel}; }}
    #card QPushButton:default {{ background: {tone.accent}; }}
    QListWidget {{ border: 1px solid {tone.rule}; border-radius: 6px; padding: 4px; }}
    QListWidget::item {{ padding: 6px 8px; border-radius: 4px; }}
    QListWidget::item:selected {{ background: {tone.accent}; color: {tone.on_accent}; }}
    """


def share_style(tone: Tone) -> str:
    """The panel for sharing with phones, and the sign that sharing is on."""
    return f"""
    #bar QToolButton#shareSign {{ border: 1px solid {tone.rule}; padding: 3px 5px; color: {tone.accent};
        font-weight: 600; }}
    #bar QToolButton#shareSign:focus {{ border: 2px solid {tone.accent}; padding: 2px 4px; }}
    QPushButton#mode:checked {{ background: {tone.accent}; color: {tone.on_accent}; border-color: {tone.accent}; }}
    QPushButton#mode:checked:focus {{ border-color: {tone.text}; }}
    #sharePanel QPushButton {{ outline: none; }}
    #sharePanel QSpinBox {{ background: {tone.panel}; border: 1px solid {tone.rule}; border-radius: 6px;
        padding: 6px 8px; min-width: 76px; }}
    #sharePanel QSpinBox QLineEdit {{ border: none; padding: 0; min-height: 0; background: transparent; }}
    #sharePanel QSpinBox::up-button, #sharePanel QSpinBox::down-button {{ width: 0; border: none; }}
    #sharePanel QSpinBox:focus {{ border: 2px solid {tone.accent}; padding: 5px 7px; }}
    #sharePanel QCheckBox {{ spacing: 8px; }}
    #sharePanel QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {tone.quiet};
        border-radius: 4px; }}
    #sharePanel QCheckBox::indicator:checked {{ background: {tone.accent}; border-color: {tone.accent};
        image: url("{tick(tone)}"); }}
    #sharePanel QListWidget {{ outline: none; }}
    """
