"""What can be wrong with a file or a wish: by key, one sentence for the person in Dutch and English that also says what
to do next."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from canvas_files.sharing_problems import SHARING_SENTENCES
from canvas_files.voting_problems import VOTING_SENTENCES

Sentence = tuple[str, str]
"""Dutch, English. {name} and the like are filled in."""

SENTENCES: Mapping[str, Sentence] = MappingProxyType(
    {
        # Opening
        "missing": (
            "{name} is niet gevonden. Kijk of het bestand is verplaatst of hernoemd.",
            "{name} was not found. See whether the file was moved or renamed.",
        ),
        "folder": (
            "{name} is een map. Kies een bestand dat op .plakbord eindigt.",
            "{name} is a folder. Choose a file that ends in .plakbord.",
        ),
        "not_a_file": (
            "{name} is geen gewoon bestand. Kies een bestand dat op .plakbord eindigt.",
            "{name} is not an ordinary file. Choose a file that ends in .plakbord.",
        ),
        "unreadable": (
            "{name} kan niet worden gelezen: {reason}. Kijk of je het bestand mag openen.",
            "{name} cannot be read: {reason}. See whether you may open the file.",
        ),
        "too_large": (
            "{name} is {size} MB; Plakbord opent bestanden tot {limit} MB. Het bestand is niet veranderd.",
            "{name} is {size} MB; Plakbord opens files of up to {limit} MB. The file was not changed.",
        ),
        "empty": (
            "{name} is leeg. Kijk of er een oudere versie of een reservekopie is.",
            "{name} is empty. See whether there is an older version or a backup.",
        ),
        "not_text": (
            "{name} is geen Plakbord-bestand: het bevat geen tekst.",
            "{name} is not a Plakbord file: it does not hold text.",
        ),
        "not_json": (
            "{name} is beschadigd of geen Plakbord-bestand: op regel {line}, teken {column} gaat het mis.",
            "{name} is damaged or not a Plakbord file: it goes wrong at line {line}, character {column}.",
        ),
        "bad_number": (
            "{name} is beschadigd: het bevat een getal dat niet kan ({number}).",
            "{name} is damaged: it holds a number that cannot be ({number}).",
        ),
        "double_key": (
            "{name} is beschadigd: “{field}” staat twee keer in hetzelfde deel.",
            "{name} is damaged: “{field}” stands twice in the same part.",
        ),
        "too_deep": (
            "{name} is beschadigd: er zitten te veel delen in elkaar.",
            "{name} is damaged: too many parts stand inside each other.",
        ),
        "too_many": (
            "{name} bevat te veel om te openen (meer dan {limit} onderdelen). Het bestand is niet veranderd.",
            "{name} holds too much to open (more than {limit} parts). The file was not changed.",
        ),
        "not_ours": (
            "{name} is geen Plakbord-bestand.",
            "{name} is not a Plakbord file.",
        ),
        "bad_part": (
            "{name} is beschadigd: “{part}” klopt niet.",
            "{name} is damaged: “{part}” is not right.",
        ),
        "no_workshop_inside": (
            "In {name} zit geen workshop. Plakbord opent pdf's en plaatjes die het zelf heeft gemaakt, met de workshop "
            "erin. Tekst uit een pdf kun je kopiëren en op een blad plakken.",
            "There is no workshop inside {name}. Plakbord opens PDFs and pictures that it made itself, with the "
            "workshop in them. You can copy text from a PDF and paste it on a sheet.",
        ),
        "damaged_poster": (
            "{name} is beschadigd: de workshop die erin zit, is niet te lezen. Kijk of er een andere kopie is.",
            "{name} is damaged: the workshop inside cannot be read. See whether there is another copy.",
        ),
        "large_picture": (
            "Zo groot kan een plaatje niet worden: {dpi} dpi is te fijn voor dit papier. Kies minder dpi of kleiner "
            "papier.",
            "A picture cannot get that large: {dpi} dpi is too fine for this paper. Choose fewer dpi or smaller paper.",
        ),
        # What opening found and could live with
        "newer_read_only": (
            "{name} is met een nieuwere Plakbord gemaakt. Je kunt het bekijken; werk Plakbord bij om het te "
            "veranderen.",
            "{name} was made with a newer Plakbord. You can look at it; update Plakbord to change it.",
        ),
        "newer": (
            "{name} is met een nieuwere Plakbord gemaakt. Wat deze versie niet kent, blijft bewaard.",
            "{name} was made with a newer Plakbord. What this version does not know is kept.",
        ),
        "bad_record": (
            "{record} kan niet worden getoond ({reason}); het blijft wel in het bestand.",
            "{record} cannot be shown ({reason}); it is kept in the file.",
        ),
        "not_a_record": (
            "Onderdeel {position} van het bestand is niet te lezen; het blijft wel in het bestand.",
            "Part {position} of the file cannot be read; it is kept in the file.",
        ),
        "double_id": (
            "{record} komt twee keer voor; de tweede heet nu {other}.",
            "{record} stands in the file twice; the second is now {other}.",
        ),
        "cleaned_text": (
            "{record} bevatte tekens die niet kunnen bestaan; die zijn weggelaten.",
            "{record} held characters that cannot exist; they were left out.",
        ),
        "bad_template": (
            "Het sjabloon {template} in het bestand klopt niet ({reason}).",
            "The template {template} in the file is not right ({reason}).",
        ),
        "no_template": (
            "{record} gebruikt het sjabloon “{template}”, dat niet in het bestand staat; het blijft wel bewaard.",
            "{record} uses the template “{template}”, which is not in the file; it is kept.",
        ),
        "no_zone": (
            "{record} staat in het vak “{zone}”, dat dit blad niet heeft; het ligt nu naast het blad.",
            "{record} is in the block “{zone}”, which this sheet does not have; it lies beside the sheet.",
        ),
        "no_sheet": (
            "{record} hoort bij een blad dat er niet is; het blijft wel in het bestand.",
            "{record} belongs to a sheet that is not there; it is kept in the file.",
        ),
        "no_workshop": (
            "De gegevens van de workshop ontbraken; er zijn nieuwe gemaakt.",
            "The workshop's own details were missing; new ones were made.",
        ),
        # Saving
        "no_printer": (
            "De printer begint niet. Kijk of hij aan staat en papier heeft, of maak een PDF en druk die af.",
            "The printer does not begin. See whether it is on and has paper, or make a PDF and print that.",
        ),
        "exists": (
            "{name} bestaat al en is niet veranderd. Kies een andere naam.",
            "{name} exists already and was not changed. Choose another name.",
        ),
        "no_folder": (
            "De map {folder} is er niet (meer). Kies een andere plek; je werk staat nog in het venster.",
            "The folder {folder} is not there (any more). Choose another place; your work is still in the window.",
        ),
        "disk_full": (
            "Er is geen ruimte meer om {name} op te slaan. Maak ruimte vrij of kies een andere plek; "
            "het oude bestand is niet veranderd.",
            "There is no room left to save {name}. Free some room or choose another place; the old file was "
            "not changed.",
        ),
        "not_allowed": (
            "{name} mag hier niet worden opgeslagen. Kies een andere map; het oude bestand is niet veranderd.",
            "{name} may not be saved here. Choose another folder; the old file was not changed.",
        ),
        "not_saved": (
            "{name} kon niet worden opgeslagen: {reason}. Het oude bestand is niet veranderd; kies zo nodig "
            "een andere plek.",
            "{name} could not be saved: {reason}. The old file was not changed; choose another place if need be.",
        ),
        "not_confirmed": (
            "{name} is geschreven, maar de schijf bevestigt dat niet: {reason}. Sla ook op een andere plek op.",
            "{name} was written, but the disk does not confirm it: {reason}. Save in another place as well.",
        ),
        "changed_on_disk": (
            "{name} is intussen door een ander programma veranderd. Sla op onder een andere naam om beide te houden.",
            "{name} was changed by another program meanwhile. Save under another name to keep both.",
        ),
        # Keeping safe
        "no_journal": (
            "{name} bevat geen werk dat kan worden teruggehaald.",
            "{name} holds no work that can be brought back.",
        ),
        "in_use": (
            "{name} is al open in een ander Plakbord-venster. Je kunt het hier bekijken of een kopie openen.",
            "{name} is open in another Plakbord window already. You can look at it here or open a copy.",
        ),
        "marked_read_only": (
            "{name} is als alleen-lezen gemarkeerd en is niet veranderd. Sla op onder een andere naam.",
            "{name} is marked as read only and was not changed. Save under another name.",
        ),
        "no_moment": (
            "Deze eerdere stand kon niet worden bewaard: {reason}. Je werk zelf loopt geen gevaar.",
            "This earlier state could not be kept: {reason}. Your work itself is in no danger.",
        ),
        # Wishes
        "text_too_long": (
            "Deze tekst heeft {count} tekens; een briefje heeft er hoogstens {limit}. Verdeel hem over meer briefjes.",
            "This text has {count} characters; a note holds at most {limit}. Split it over more notes.",
        ),
        "too_many_notes": (
            "Dat zijn te veel briefjes voor één workshop (hoogstens {limit}).",
            "Those are too many notes for one workshop (at most {limit}).",
        ),
        "unknown_zone": (
            "Dit blad heeft geen vak “{zone}”. Wel: {zones}.",
            "This sheet has no block “{zone}”. It has: {zones}.",
        ),
        "unknown_sheet": (
            "Blad {number} is er niet; de workshop heeft er {count}.",
            "There is no sheet {number}; the workshop has {count}.",
        ),
        "unknown_color": (
            "De kleur “{color}” is er niet. Wel: {colors}.",
            "There is no colour “{color}”. There are: {colors}.",
        ),
        # Templates in files of their own
        "template_not_json": (
            "Het sjabloon {name} is niet te lezen: op regel {line}, teken {column} klopt de JSON niet. Verbeter het "
            "bestand en probeer het opnieuw.",
            "The template {name} cannot be read: the JSON is not right at line {line}, character {column}. Correct the "
            "file and try again.",
        ),
        "template_lacks": (
            "In het sjabloon {name} ontbreekt “{field}” op regel {line} ({place}). Vul het aan en probeer het opnieuw.",
            "The template {name} lacks “{field}” at line {line} ({place}). Add it and try again.",
        ),
        "template_expects": (
            "In het sjabloon {name} klopt regel {line} niet: bij {place} hoort {wanted}. Verbeter het bestand en "
            "probeer het opnieuw.",
            "Line {line} of the template {name} is not right: {place} should be {wanted}. Correct the file and try "
            "again.",
        ),
        "template_double_id": (
            "In het sjabloon {name} komt “{place}” twee keer voor, ook op regel {line}. Geef elk vak en veld een "
            "eigen id.",
            "“{place}” stands in the template {name} twice, also at line {line}. Give every block and field an id of "
            "its own.",
        ),
        "template_order": (
            "In het sjabloon {name} noemt de volgorde op regel {line} een vak “{place}” dat er niet is.",
            "In the template {name} the order at line {line} names a block “{place}” that is not there.",
        ),
        "template_outside": (
            "In het sjabloon {name} steekt “{place}” buiten het blad; zie regel {line}. Maak het vak kleiner.",
            "In the template {name} “{place}” reaches outside the page; see line {line}. Make the block smaller.",
        ),
        "template_wrong": (
            "In het sjabloon {name} klopt regel {line} niet ({place}: {reason}).",
            "Line {line} of the template {name} is not right ({place}: {reason}).",
        ),
        "unknown_template": (
            "Er is geen sjabloon “{template}”. Wel: {templates}.",
            "There is no template “{template}”. There are: {templates}.",
        ),
        # Fields and pictures
        "field_too_long": (
            "Deze tekst heeft {count} tekens; “{field}” heeft er hoogstens {limit}. Er is niets veranderd.",
            "This text has {count} characters; “{field}” holds at most {limit}. Nothing was changed.",
        ),
        "field_cut": (
            "Dat is te veel voor één veld. De eerste {limit} tekens zijn bewaard; zet de rest ergens anders.",
            "That is too much for one field. The first {limit} characters are kept; put the rest elsewhere.",
        ),
        "unknown_field": (
            "Dit blad heeft geen veld “{field}”. Wel: {fields}.",
            "This sheet has no field “{field}”. It has: {fields}.",
        ),
        "unknown_choice": (
            "“{value}” is geen keuze van “{field}”. Wel: {choices}.",
            "“{value}” is no choice of “{field}”. There are: {choices}.",
        ),
        "unknown_fact": (
            "Een databriefje heeft geen “{name}”. Wel: {names}.",
            "A data note has no “{name}”. It has: {names}.",
        ),
        "coupled_to_itself": (
            "Een bron is niet met zichzelf te koppelen. Kies twee verschillende briefjes.",
            "A source cannot be coupled with itself. Choose two different notes.",
        ),
        "unknown_note": (
            "Er is geen briefje “{note}”. Kijk met “plakbord inventory” welke er zijn.",
            "There is no note “{note}”. See with “plakbord inventory” which there are.",
        ),
        "no_data_note": (
            "“{note}” is geen databriefje; alleen bronnen en andere databriefjes zijn te koppelen.",
            "“{note}” is no data note; only sources and other data notes can be coupled.",
        ),
        "many_items": (
            "Dat zijn {count} gegevens; één bron heeft er hoogstens {limit}. Verdeel ze over meer bronnen.",
            "Those are {count} data items; one source holds at most {limit}. Split them over more sources.",
        ),
        "bad_scale": (
            "“{value}” past niet op de schaal “{field}”. Geef een heel getal van 1 tot en met {most}.",
            "“{value}” does not fit the scale “{field}”. Give a whole number from 1 to {most}.",
        ),
        "no_portrait": (
            "Dit blad heeft geen plek voor een foto. Kies een persona.",
            "This sheet has no place for a picture. Choose a persona.",
        ),
        "no_picture_to_paste": (
            "Er staat geen foto op het klembord. Kopieer eerst een foto en plak die dan.",
            "There is no picture on the clipboard. Copy a picture first, then paste it.",
        ),
        "picture_kind": (
            "{name} is geen foto die Plakbord kan gebruiken. Kies een JPEG, PNG, WebP, GIF, BMP of TIFF.",
            "{name} is not a picture that Plakbord can use. Choose a JPEG, PNG, WebP, GIF, BMP or TIFF.",
        ),
        "picture_damaged": (
            "{name} is beschadigd of niet compleet. Kies een andere foto, of haal hem opnieuw op.",
            "{name} is damaged or not complete. Choose another picture, or fetch it again.",
        ),
        "picture_large": (
            "{name} is te groot om te openen ({size}). Sla de foto kleiner op en probeer het nog eens.",
            "{name} is too large to open ({size}). Save the picture smaller and try again.",
        ),
        "picture_unreadable": (
            "{name} kan niet worden gelezen: {reason}. Kijk of je het bestand mag openen.",
            "{name} cannot be read: {reason}. See whether you may open the file.",
        ),
        "read_only": (
            "{name} is met een nieuwere Plakbord gemaakt en kan hier alleen worden bekeken.",
            "{name} was made with a newer Plakbord and can only be looked at here.",
        ),
        # Pasting and dropping
        "nothing_to_paste": (
            "Er is niets om te plakken. Kopieer eerst tekst, een lijst of cellen van een tabel.",
            "There is nothing to paste. First copy some text, a list or cells of a table.",
        ),
        "image_to_paste": (
            "Op het klembord staat een afbeelding; een briefje kan alleen tekst hebben. Kopieer de tekst en plak die.",
            "The clipboard holds a picture; a note can only hold text. Copy the text and paste that.",
        ),
        "paste_too_large": (
            "Dat is te veel om in één keer te plakken (meer dan {limit} MB). Er is niets geplakt; kopieer een deel.",
            "That is too much to paste at once (more than {limit} MB). Nothing was pasted; copy a part of it.",
        ),
        "text_file_too_large": (
            "{name} is {size} MB; Plakbord maakt briefjes van tekst tot {limit} MB. Kopieer een deel en plak dat.",
            "{name} is {size} MB; Plakbord makes notes of text of up to {limit} MB. Copy a part and paste that.",
        ),
        "empty_text_file": (
            "In {name} staat geen tekst, dus er zijn geen briefjes gemaakt.",
            "{name} holds no text, so no notes were made.",
        ),
        "file_holds_no_text": (
            "{name} bevat geen tekst die Plakbord kan lezen. Sla het op als gewone tekst (.txt) of als .csv.",
            "{name} holds no text that Plakbord can read. Save it as plain text (.txt) or as .csv.",
        ),
        "no_text_file": (
            "Van {name} kan Plakbord geen briefjes maken; wel van .txt, .md en .csv. Open het bestand, kopieer de "
            "tekst en plak die.",
            "Plakbord cannot make notes of {name}; it can of .txt, .md and .csv. Open the file, copy the text and "
            "paste that.",
        ),
        "picture_file": (
            "{name} is een afbeelding; een briefje kan alleen tekst hebben. Typ of plak de tekst.",
            "{name} is a picture; a note can only hold text. Type or paste the text.",
        ),
        # Making a poster
        "sheet_gone": (
            "Een gekozen blad is er niet meer. Kies opnieuw welke bladen op de poster komen.",
            "A chosen sheet is no longer there. Choose again which sheets go on the poster.",
        ),
        "tiles_and_bleed": (
            "Afloop is voor de drukker, tegels zijn voor de eigen printer. Kies een van beide.",
            "Bleed is for a print shop, tiles are for your own printer. Choose one of the two.",
        ),
        "tiles_too_large": (
            "Deze poster past al op één vel {tile}. Kies groter papier, of laat de tegels weg.",
            "This poster already fits on one sheet of {tile}. Choose larger paper, or leave the tiles out.",
        ),
        "wide_margin": (
            "De marge kan 0 tot {limit} mm zijn. Kies een kleinere marge.",
            "The margin can be 0 to {limit} mm. Choose a smaller margin.",
        ),
        "bad_dpi": (
            "Een afbeelding kan {least} tot {most} dpi hebben. Kies een waarde daartussen.",
            "A picture can have {least} to {most} dpi. Choose a value between them.",
        ),
        "wrong_way_round": (
            "“{sheet}” past zo niet: de letters worden te klein. Kies {right}.",
            "“{sheet}” does not fit this way round: its letters become too small. Choose {right}.",
        ),
        **SHARING_SENTENCES,
        **VOTING_SENTENCES,
    }
)
