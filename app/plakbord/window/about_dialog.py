"""What the program is, which version, and whose work it carries."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from canvas_files import __version__
from plakbord.window.dialogs import default_button
from plakbord.window.icons import program_icon
from plakbord.words import Words


class AboutDialog(QDialog):
    """Shows the program's icon, name, version and credits."""

    def __init__(self, parent: QWidget, t: Words) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("action.help.about"))
        picture = QLabel()
        picture.setPixmap(program_icon().pixmap(72, 72))
        name = QLabel(t("app.name"))
        font = name.font()
        font.setPointSizeF(font.pointSizeF() * 1.7)
        font.setBold(True)
        name.setFont(font)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(name)
        for key in ("dialog.about.version", "dialog.about.text", "dialog.about.credits"):
            label = QLabel(t(key, version=__version__) if key.endswith("version") else t(key))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setObjectName("" if key.endswith("text") else "quiet")
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 20)
        whole.setSpacing(20)
        whole.addLayout(row)
        whole.addWidget(default_button(self, t("dialog.close")), 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(480)
