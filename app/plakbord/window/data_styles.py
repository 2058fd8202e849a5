"""The style sheet of the data lens: questions, answers to choose from, and tables."""

from __future__ import annotations

from plakbord.window.tone import Tone, on_ground


def data_style(tone: Tone) -> str:
    """The same for the panels of the data lens: questions, answers to choose from, and tables."""
    return f"""
    QLabel#question {{ color: {tone.quiet}; }}
    QLabel#bigCount {{ font-size: 22px; font-weight: 600; }}
    #panelBody QScrollArea, #panelBody QScrollArea > QWidget > QWidget, QScrollArea#panelBody > QWidget > QWidget {{
        background: {tone.panel}; }}
    QToolButton#choiceButton {{ border: 1px solid {tone.rule}; border-radius: 6px; padding: 5px 12px;
        background: {tone.panel}; }}
    QToolButton#choiceButton:hover {{ background: {tone.raised}; }}
    QToolButton#choiceButton:checked {{ background: {tone.accent}; border-color: {tone.accent};
        color: {tone.on_accent}; }}
    QToolButton#choiceButton:focus {{ border: 2px solid {tone.accent}; padding: 4px 11px; }}
    QToolButton#choiceButton:checked:focus {{ border: 2px solid {tone.text}; }}
    #nameEditor {{ background: {tone.panel}; border: 1px solid {tone.rule}; border-radius: 6px; padding: 2px 4px;
        selection-background-color: {tone.accent}; selection-color: {tone.on_accent}; }}
    #nameEditor:focus {{ border: 2px solid {tone.accent}; padding: 1px 3px; }}
    QPushButton#moreButton {{ background: transparent; border: none; color: {tone.accent}; text-align: left;
        padding: 6px 0; font-weight: 600; }}
    QPushButton#moreButton:focus {{ border: 2px solid {tone.accent}; padding: 4px; }}
    QTableView {{ background: {tone.panel}; border: 1px solid {tone.rule}; border-radius: 6px; outline: none;
        selection-background-color: {tone.rule}; selection-color: {on_ground(tone.rule, tone)}; }}
    QTableView:focus {{ border: 2px solid {tone.accent}; }}
    QTableView::item {{ padding: 4px 8px; border-bottom: 1px solid {tone.raised}; }}
    QTableView::item:focus {{ border: 1px solid {tone.accent}; }}
    QTableView QLineEdit, QTableView QComboBox {{ border-radius: 0; padding: 2px 6px; min-height: 0; }}
    QHeaderView {{ background: {tone.panel}; border: none; }}
    QHeaderView::section {{ background: {tone.panel}; color: {tone.quiet}; border: none;
        border-bottom: 1px solid {tone.rule}; padding: 6px 8px; font-weight: 600; }}
    QTableCornerButton::section {{ background: {tone.panel}; border: none; }}
    """
