"""Words in the many ways in which people write: 143 of them, to be found again in what PDF readers copy."""

from __future__ import annotations

from typing import Final

LATIN: Final = (
    "waardepropositie klantsegmenten arbeidsongeschiktheidsverzekering coöperatie ideeën reünie financiële officieel "
    "efficiënt affiche fluweel “citaat” ‘zo’n’ €1.250,- 12% ±3 ½ §4 e-mailadres data-inventaris IJsselmeer façade "
    "Ångström mañana cœur Łódź żółć Çelik şişe ığdır őrült Þingvellir smørrebrød Dvořák čtvrtek ĳs naïef Tiếng "
    "Việt nghiệp người e\u0301e\u0301n x\u0302\u0323 office fjord flink wíjń vaccinatiecentrum Ruimtelijke crème brûlée Österreich garçon"
).split()
GREEK_AND_CYRILLIC: Final = "επιχείρηση πελάτης Ωμέγα ΐ бизнес клиент йогурт ёлка їжак ћуприја Ӂ стратегия".split()
RIGHT_TO_LEFT: Final = (
    "שלום לקוח עסק מודל שֶׁמֶשׁ ירושלים מחיר ערך مرحبا عميل سوق قيمة شركة اللغة العربية كتاب لا الله فارسی پنجره گربه چای اردو"
).split()
INDIC_AND_THAI: Final = "नमस्ते क्षत्रिय ग्राहक मूल्य व्यापार हिन्दी श्रीमान สวัสดี ลูกค้า ธุรกิจ น้ำ คุณค่า เพื่อน ผู้ใหญ่".split()
SIGNS: Final = "→ ⇒ ✓ ★ ≥ ≠ ∑x² α→β ① ☐ ∞ Δt 50m² H₂O №5 ❶".split()
EMOJI: Final = "👍🏽 🇳🇱 👩‍🍳 👨‍👩‍👧‍👦 ❤️ 1️⃣ ☕ 🚲 🎄 🥐 😀 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🧑🏿‍🚀 ⚡ 🙂".split()
WITHOUT_A_FONT: Final = "价值主张 客户 顧客 ビジネス 고객 비즈니스 ქართული Հայերեն አማርኛ தமிழ்".split()
"""In scripts that none of the bundled fonts has."""

WORDS: Final = (*LATIN, *GREEK_AND_CYRILLIC, *RIGHT_TO_LEFT, *INDIC_AND_THAI, *SIGNS, *EMOJI, *WITHOUT_A_FONT)
