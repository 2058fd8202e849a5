"""Texts that people really write: the sticky notes of an invented bakery, and texts that are hard to lay out.

Only words; who needs notes, places or colours makes them in the test. The bakery is De Gouden Korst in Deventer:
a shop, a webshop and catering for companies.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

DUTCH_NOTES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "key_partners": (
            "Molen De Hoop",
            "Zuivelcoöperatie Salland",
            "Fietskoeriers (elektrische bakfietsen) voor de bezorging binnen de ring van Deventer",
            "Verpakkingsmateriaalleverancier",
            "Pakketdienst voor de rest van Nederland",
            "Koffiebrander om de hoek ☕",
            "Accountant + boekhoudpakket",
            (
                "Andere ambachtelijke bakkers: samen bloem inkopen, dat scheelt zo'n € "
                "0,08 per kilo en geeft ons meer gewicht bij de molen"
            ),
            "Sociale werkplaats pakt de kerstpakketten in",
        ),
        "key_activities": (
            "Bakken!",
            "Nachtploeg inroosteren",
            "Deeg 24 uur laten rijzen, ook in het weekend",
            "Allergeneninformatie bijhouden",
            "Webshopbestellingen vóór 22.00 uur verwerken tot één baklijst",
            "Broodjeslunches samenstellen en vóór 11.30 uur afleveren bij bedrijven",
            "Foto's maken voor Instagram 📸",
            "Voedselveiligheidscontroles",
        ),
        "key_resources": (
            "Steenoven uit 1931",
            "Zuurdesemmoeder Gré (al 27 jaar oud)",
            "Drie ervaren meesterbakkers",
            "Winkelpand aan de Brink, eigendom",
            "Bestelsysteem",
            "Twee koelbusjes",
            "Receptenboek van opa",
            "Banketbakkersvakdiploma's",
            "Klantenbestand: 4.200 e-mailadressen",
        ),
        "value_propositions": (
            "Eerlijk brood",
            "Warm op de stoep vóór half acht 🥐",
            "Eén factuur per maand voor alle bedrijfslunches, met kostenplaats per afdeling",
            "Taart met je eigen foto of logo",
            "Ook glutenvrij en veganistisch",
            "Vandaag besteld, morgen vers: bestellen kan tot 22.00 uur",
            "Geen omkijken naar de vrijdagmiddagborrel",
            "Graan van 12 km verderop",
            "Weekendontbijtverrassingspakket",
        ),
        "customer_relationships": (
            "Bij naam kennen",
            "Vaste contactpersoon voor bedrijven vanaf € 500 per maand",
            "Stempelkaart: tiende brood gratis",
            "Zelf je abonnement pauzeren, ook op zondagavond",
            "Proefavond met stamgasten bij een nieuw brood",
            (
                "Klachten lossen we dezelfde dag op, zonder discussie: nieuw brood of "
                "geld terug, en een briefje van de bakker erbij 🙂"
            ),
            "Verjaardagsmailtje",
            "Klanttevredenheidsonderzoek, twee keer per jaar",
        ),
        "channels": (
            "Winkel Brink",
            "Webshop",
            "Marktkraam op vrijdag en zaterdag",
            "Mond-tot-mondreclame",
            "Bezorging per bakfiets 🚲",
            "Instagram: vooral verhalen over wat er 's nachts in de bakkerij gebeurt",
            "Bedrijfskantines",
            "Streekproductenwinkels in Zutphen, Olst en Raalte",
        ),
        "customer_segments": (
            "Buurtbewoners",
            "Jonge gezinnen met weinig tijd",
            "Kantoren met 20 tot 150 medewerkers",
            "Evenementenorganisatoren",
            "Fijnproevers die best € 6,50 voor een zuurdesembrood willen betalen",
            "Cafés en lunchrooms",
            "Basisscholen: traktaties zonder noten (betalen weinig, maar brengen wel alle ouders binnen)",
            "Toeristen",
            "Mensen met coeliakie",
        ),
        "cost_structure": (
            "Lonen: ± € 31.000 per maand",
            "Energie!!!",
            "Biologische bloem en boter, samen 22% van de omzet",
            "Nachttoeslag",
            "Onderhoud oven € 4.800 p.j.",
            "Arbeidsongeschiktheidsverzekering",
            "Iedere bezorging buiten de ring kost ons € 5,25 en we rekenen maar € 3,95",
            "Afgeschreven brood aan het eind van de dag (7 à 8%)",
            "Webshop en betaalprovider: € 189 + € 0,29 per bestelling",
        ),
        "revenue_streams": (
            "Winkelverkoop 46%",
            "Lunchabonnement: € 7,95 per persoon per dag",
            "Broodabonnement",
            "Taarten op maat, gemiddeld € 42,50",
            "Groothandelsprijs voor cafés (−25% vanaf 40 broden)",
            "Workshop zuurdesem: twaalf mensen à € 65, elke eerste zondag van de maand uitverkocht",
            "Kerstpakketten 🎄",
            "Oliebollen: € 9.000 in drie dagen!",
            "Cadeaubonnen",
        ),
        "goals": (
            "Lunch die gewoon klopt",
            "Complimenten van collega's",
            "Binnen vijf minuten bestellen, ook voor 60 man",
            "Eén aanspreekpunt",
            "Duurzaamheidsdoelstelling halen: minder plastic, minder weggooien",
            "Op tijd naar huis 🏡",
            "Budget van € 1.250 per maand niet overschrijden",
        ),
        "pains": (
            "Te laat bezorgd",
            "Weer dezelfde kaasbroodjes…",
            "Allergieën van collega's: 'Wie at er ook alweer geen pinda?'",
            "Zes losse facturen uitzoeken",
            "Bang dat er te weinig is als de directeur erbij zit",
            "Leverancier neemt na vijven niet meer op",
            (
                "Afmeldingen komen pas om 10.00 uur, en dan is alles al besteld, "
                "gesmeerd en betaald en kan ik niets meer terugdraaien"
            ),
            "Verantwoordelijkheidsgevoel 😬",
        ),
        "led_by": (
            "Hoort: 'Was het vorige keer niet lekkerder?'",
            "Collega-officemanagers",
            "Ziet volle prullenbakken na de lunch",
            "Recensies op internet",
            "Denkt: als het misgaat, krijg ík het op mijn bord",
            "Voelt zich trots als de vergadering uitloopt omdat het eten zo goed is",
            "De baas wil biologisch",
            "Ziet wat de buren op nummer 14 laten bezorgen",
        ),
        "media": (
            "LinkedIn, elke ochtend",
            "WhatsAppgroep 'Lunch & borrel' 🥪",
            "Radio aan in de auto",
            "Het regionale dagblad, op zaterdag en op papier",
            "Instagram voor recepten en reizen, nooit voor het werk",
            "Bakseries kijken met de kinderen",
            "Nieuwsbrieven: leest alleen de onderwerpregel, tenzij er korting in staat",
            "Ondernemersvereniging: elke derde donderdag borrel",
        ),
    }
)

ENGLISH_NOTES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "key_partners": (
            "Local mill",
            "Cargo-bike couriers inside the ring road",
            "Dairy co-operative",
            "Packaging supplier who takes back the crates",
            "Three other bakers: we buy flour together and save about £0.07 a kilo",
        ),
        "key_activities": (
            "Baking, obviously",
            "Planning the night shift",
            "Turning all web orders into one baking list before 10 pm",
            "Keeping allergen sheets up to date",
        ),
        "key_resources": (
            "Stone oven (1931)",
            "Our sourdough starter, 27 years old",
            "Grandad's recipe book",
            "4,200 e-mail addresses, with permission",
        ),
        "value_propositions": (
            "Honest bread",
            "Warm on your doorstep by 7.30 🥐",
            "One invoice a month for every office lunch",
            "Gluten-free that doesn't taste of cardboard",
            "Order tonight, fresh tomorrow: the web shop stays open until ten o'clock in the evening",
        ),
        "customer_relationships": (
            "First-name terms",
            "A named contact for offices from £500 a month",
            "Pause your subscription yourself, even on a Sunday night",
            "Tasting evenings for regulars",
        ),
        "channels": (
            "Market stall",
            "Web shop + app",
            "Word of mouth",
            "Instagram stories about what goes on in the bakery at night 📸",
        ),
        "customer_segments": (
            "Neighbours",
            "Offices of 20 to 150 people",
            "Young families with no time at all",
            "Cafés",
            "Primary schools: they spend little, but they bring every parent through our door",
        ),
        "cost_structure": (
            "Wages: £27,000 a month",
            "Energy!!!",
            "Organic flour and butter, 22% of turnover",
            "Every delivery outside town costs us £4.60 and we only charge £3.50",
        ),
        "revenue_streams": (
            "Shop sales, 46%",
            "Lunch plan: £6.95 per person per day",
            (
                "Sourdough workshop, twelve people at £55, sold out on the first "
                "Sunday of every month from September to April"
            ),
            "Gift vouchers 🎁",
        ),
        "goals": (
            "A lunch that just works",
            "Praise from colleagues",
            "Ordering for sixty in under five minutes",
        ),
        "pains": (
            "Late again",
            "Six separate invoices to sort out",
            "Who was it that can't eat peanuts?",
            "Cancellations arrive at ten, when everything has been ordered and paid for",
        ),
        "led_by": (
            "Other office managers",
            "Hears: 'Wasn't it nicer last time?'",
            "Feels proud when a meeting overruns because the food is so good",
        ),
        "media": (
            "LinkedIn every morning",
            "Local radio in the car",
            "Reads only the subject line of a newsletter",
        ),
    }
)

# Joiners, marks and controls that cannot be seen are written as escapes, so that an editor cannot lose them.
HARD_TEXTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "emoji_family": "Gezin 👩\u200d👩\u200d👧\u200d👦 en bakker 👩🏽\u200d🍳",
        "emoji_keycap_and_heart": "1\ufe0f\u20e3 keuze, ❤\ufe0f\u200d🔥 klanten, ☕\ufe0e zonder kleur",
        "flags": "🇳🇱🇧🇪🇬🇧🇩🇪 en 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "arabic": "خبز طازج كل صباح إلى باب المنزل",
        "hebrew": "לחם טרי כל בוקר עד הבית",
        "devanagari": "हर सुबह ताज़ी रोटी, सीधे आपके दरवाज़े पर",
        "thai": "ขนมปังสดใหม่ทุกเช้าส่งถึงหน้าบ้านคุณ",
        "chinese": "每天早上新鲜面包，送货上门。",
        "long_compound": "zuurdesembroodbezorgabonnementenadministratiemedewerkersoverlegvoorbereidingsuur",
        "long_link": "https://degoudenkorst.example/bestellen/bedrijfslunch?personen=60&datum=2025-12-19#allergenen",
        "five_hundred": (
            "Onze vaste klanten zeggen dat ze vooral komen voor het zuurdesembrood, maar wie naar de "
            "kassabonnen kijkt, ziet iets anders: op zaterdag bestaat bijna de helft van de omzet uit gebak, "
            "koffie en broodjes voor onderweg. Daarom willen we uitproberen of een kleine zithoek met acht "
            "plaatsen genoeg oplevert om de huur (€ 640 per maand) en een extra kracht te betalen. Lukt dat "
            "voor de zomer niet, dan maken we er een afhaalpunt voor webshopbestellingen van; dat scheelt "
            "ons toch wel tien ritten per week."
        ),
        "bidi_brackets": "Klant (לקוח קבוע) betaalt € 12,50 [ארוחת צהריים] × 3 = € 37,50!",
        "bidi_right_to_left_first": "السعر: 12.50 € (شامل BTW 9%) لكل 10 قطع, tel. +31 570 123 456",
        "bidi_isolate": "Naam \u2068משה (Moshe)\u2069: 5 sterren",
        "combining_marks": (
            "Cafe\u0301 Bru\u0302le\u0301e, nai\u0308ef, e\u0301e\u0301n, i\u0301j\u0301s, "
            "Z\u0351\u036b\u0343a\u0334l\u0321g\u0322o\u0489"
        ),
        "ligatures": "officiële koffiefilters, Pfaff, fjord, ĳs en ŀl",
        "unseen_breaks": "bedrijfs\u00adlunch\u00adabonnement, nul\u200bbreed, aan\u00a0elkaar, anti\u2011allergie",
        "lines_and_tabs": "Eerste regel\nTweede\tmet tab\n\nVierde na een lege regel\r\nVijfde",
        "spaces_only": "   \u2003 ",
        "one_letter": "Ĳ",
        "missing_glyph": "Runen ᚠᚢᚦ, lineair B 𐀀𐀁 en privé \ue000",
    }
)
