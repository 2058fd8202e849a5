"""Words in the many ways in which people write: 143 of them, to be found again in what PDF readers copy."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_LINES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "latin": """
            waardepropositie klantsegmenten arbeidsongeschiktheidsverzekering coöperatie ideeën reünie financiële
            officieel efficiënt affiche fluweel “citaat” ‘zo’n’ €1.250,- 12% ±3 ½ §4 e-mailadres data-inventaris
            IJsselmeer façade Ångström mañana cœur Łódź żółć Çelik şişe ığdır őrült Þingvellir smørrebrød Dvořák
            čtvrtek ĳs naïef Tiếng Việt nghiệp người e\u0301e\u0301n x\u0302\u0323 office fjord flink wíjń
            vaccinatiecentrum Ruimtelijke crème brûlée Österreich garçon""",
        "greek and cyrillic": """
            επιχείρηση πελάτης Ωμέγα ΐ бизнес клиент йогурт ёлка їжак ћуприја Ӂ стратегия""",
        "right to left": """
            שלום לקוח עסק מודל שֶׁמֶשׁ ירושלים מחיר ערך مرحبا عميل سوق قيمة شركة اللغة العربية كتاب لا الله فارسی
            پنجره گربه چای اردو""",
        "indic and thai": """
            नमस्ते क्षत्रिय ग्राहक मूल्य व्यापार हिन्दी श्रीमान สวัสดี ลูกค้า ธุรกิจ น้ำ คุณค่า เพื่อน ผู้ใหญ่""",
        "signs": """
            → ⇒ ✓ ★ ≥ ≠ ∑x² α→β ① ☐ ∞ Δt 50m² H₂O №5 ❶""",
        "emoji": """
            👍🏽 🇳🇱 👩\u200d🍳 👨\u200d👩\u200d👧\u200d👦 ❤\ufe0f 1\ufe0f\u20e3 ☕ 🚲 🎄 🥐 😀
            🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f 🧑🏿\u200d🚀 ⚡ 🙂""",
        "without a bundled font": """
            价值主张 客户 顧客 ビジネス 고객 비즈니스 ქართული Հայերեն አማርኛ தமிழ்""",
    }
)

WORDS: Final = tuple(word for line in _LINES.values() for word in line.split())
EMOJI: Final = tuple(_LINES["emoji"].split())
