"""The sentences of what can be wrong with a wish in a round of voting. Which is said when, is for the rules."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

VOTING_SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # Setting up
        "bad_dots": (
            "Geef iedereen 1 tot en met {most} stippen.",
            "Give everybody from 1 to {most} dots.",
        ),
        "bad_most": (
            "Op één briefje kunnen per persoon 1 tot en met {most} stippen. Kies een getal daartussen.",
            "One person can put from 1 to {most} dots on one note. Choose a number between those.",
        ),
        "bad_people": (
            "Geef het aantal mensen dat stemt, of 0 als je dat nog niet weet.",
            "Give the number of people who vote, or 0 when you do not know yet.",
        ),
        "few_options": (
            "Er zijn te weinig briefjes om uit te kiezen ({count}). Kies een ander deel van het blad, of schrijf er "
            "eerst meer.",
            "There are too few notes to choose from ({count}). Choose another part of the sheet, or write more first.",
        ),
        "round_has_begun": (
            "Ronde {round} is al geopend en ligt vast. Maak een nieuwe ronde als je iets anders wilt vragen.",
            "Round {round} was opened already and is fixed. Make a new round to ask something else.",
        ),
        "no_rounds": (
            "In deze workshop is nog geen stemronde. Maak er eerst een.",
            "There is no round of voting in this workshop yet. Make one first.",
        ),
        "unknown_round": (
            "Ronde {round} is er niet. Wel: {rounds}.",
            "There is no round {round}. There are: {rounds}.",
        ),
        "round_gone": (
            "Deze stemronde is er niet meer. Haal hem terug met Ongedaan maken, of maak een nieuwe.",
            "This round of voting is not there any more. Bring it back with Undo, or make a new one.",
        ),
        # Voting
        "round_is_setup": (
            "Ronde {round} is nog niet begonnen. Open de ronde eerst.",
            "Round {round} has not begun. Open the round first.",
        ),
        "round_is_closed": (
            "Ronde {round} is gesloten. Heropen de ronde om nog te stemmen.",
            "Round {round} is closed. Open it again to vote.",
        ),
        "round_is_revealed": (
            "Ronde {round} is klaar: de uitslag is bekend. Maak een nieuwe ronde om weer te stemmen.",
            "Round {round} is over: its results are known. Make a new round to vote again.",
        ),
        "round_is_cancelled": (
            "Ronde {round} is afgebroken. Maak een nieuwe ronde om te stemmen.",
            "Round {round} was cancelled. Make a new round to vote.",
        ),
        "no_dots_left": (
            "Alle {dots} stippen zijn gebruikt. Haal er eerst een weg om anders te kiezen.",
            "All {dots} dots are used. Take one back first to choose otherwise.",
        ),
        "full_option": (
            "Op nummer {option} liggen al {most} stippen van dezelfde persoon; meer kan niet. Kies een ander briefje.",
            "Number {option} has {most} dots of the same person already, which is the most. Choose another note.",
        ),
        "too_many_dots": (
            "Dat zijn {count} stippen; iedereen heeft er {dots}. Er is niets geteld: kies er minder.",
            "Those are {count} dots; everybody has {dots}. Nothing was counted: choose fewer.",
        ),
        "too_many_on_one": (
            "Nummer {option} krijgt zo {count} stippen van één persoon; het zijn er hoogstens {most}. Er is niets "
            "geteld: verdeel ze anders.",
            "Number {option} would get {count} dots of one person; the most is {most}. Nothing was counted: divide "
            "them otherwise.",
        ),
        "bad_dots_on_one": (
            "Bij nummer {option} staat {dots}; een aantal stippen is 0 of meer. Er is niets geteld.",
            "Number {option} says {dots}; a number of dots is 0 or more. Nothing was counted.",
        ),
        "unknown_option": (
            "Nummer {option} doet niet mee in ronde {round}. De nummers lopen van 1 tot en met {count}.",
            "Number {option} takes no part in round {round}. The numbers go from 1 to {count}.",
        ),
        "not_an_option": (
            "Dit briefje doet niet mee in ronde {round}. Kies een briefje met een nummer.",
            "This note takes no part in round {round}. Choose a note with a number.",
        ),
        "no_dot_there": (
            "Op nummer {option} ligt geen stip van jou. Je kunt alleen je eigen stippen terugnemen.",
            "You have no dot on number {option}. You can only take back your own dots.",
        ),
        "ballot_twice": (
            "Stembiljet {ballot} is al ingevoerd en telt maar één keer. Kijk naar het nummer, of corrigeer het biljet.",
            "Ballot {ballot} was entered already and counts only once. Look at its number, or correct the ballot.",
        ),
        "not_on_list": (
            "{name} staat niet op de lijst van deze ronde. Wel: {names}.",
            "{name} is not on the list of this round. There are: {names}.",
        ),
        "voter_without_name": (
            "Zeg wie er stemt: geef een naam.",
            "Say who votes: give a name.",
        ),
        "no_room_for_votes": (
            "Deze workshop is vol (hoogstens {limit} onderdelen). Verwijder een oude stemronde om verder te stemmen.",
            "This workshop is full (at most {limit} parts). Delete an old round of voting to go on.",
        ),
        "votes_that_do_not_count": (
            "In ronde {round} tellen {count} stippen niet mee, omdat ze niet bij de regels van de ronde passen.",
            "In round {round} {count} dots do not count, because they do not fit the rules of the round.",
        ),
        "bad_ballots": (
            "Maak 1 tot en met {most} stembiljetten.",
            "Make from 1 to {most} ballots.",
        ),
        "unknown_voter": (
            "Deze persoon heeft in ronde {round} nog niet gestemd, dus er is niets te corrigeren.",
            "This person has not voted in round {round} yet, so there is nothing to correct.",
        ),
        "correction_without_words": (
            "Schrijf op waarom je deze stippen verandert. Dat blijft bij de ronde staan.",
            "Write down why you change these dots. It is kept with the round.",
        ),
        "round_key_elsewhere": (
            "In ronde {round} is op een andere computer geheim gestemd, en alleen die herkent wie dat was. Stem daar "
            "verder, of sluit de ronde hier en tel wat er is.",
            "People voted in round {round} secretly on another computer, and only that one can tell who they were. Go "
            "on voting there, or close the round here and count what there is.",
        ),
        "no_round_key": (
            "De sleutel van deze geheime ronde kan hier niet worden bewaard: {reason}. Maak ruimte op deze computer, "
            "of kies een open ronde.",
            "The key of this secret round cannot be kept here: {reason}. Free some room on this computer, or choose "
            "an open round.",
        ),
        # Raised hands
        "no_hand_voters": (
            "Zeg eerst hoeveel mensen met opgestoken handen stemmen.",
            "First say how many people vote by raising hands.",
        ),
        "too_many_hand_voters": (
            "Er zijn {people} mensen, van wie er {others} op een andere manier stemmen: hoogstens {most} steken handen "
            "op. Verhoog het aantal mensen als er iemand bij is gekomen.",
            "There are {people} people, {others} of whom vote in another way: at most {most} raise hands. Raise the "
            "number of people when somebody came in.",
        ),
        "too_many_hands": (
            "Dat zijn samen {count} handen; {people} mensen hebben er {dots}. Tel opnieuw.",
            "Those are {count} hands together; {people} people have {dots}. Count again.",
        ),
        "too_many_hands_on_one": (
            "Op nummer {option} kunnen {people} mensen samen hoogstens {most} stippen geven, geen {count}. Tel "
            "opnieuw.",
            "On number {option} {people} people can put at most {most} dots together, not {count}. Count again.",
        ),
        # The board while a round is open
        "note_in_round": (
            "Over dit briefje wordt gestemd in ronde {round}; het blijft zoals het is tot de ronde is gesloten.",
            "This note is being voted on in round {round}; it stays as it is until the round is closed.",
        ),
        "sheet_in_round": (
            "Op dit blad wordt gestemd in ronde {round}. Sluit de ronde voordat je het blad verwijdert.",
            "This sheet is being voted on in round {round}. Close the round before you delete the sheet.",
        ),
        # Afterwards
        "close_first": (
            "Ronde {round} is nog open. Sluit de ronde voordat je de uitslag toont.",
            "Round {round} is still open. Close the round before you show its results.",
        ),
        "reveal_setup": (
            "Ronde {round} is nog niet begonnen, dus er is geen uitslag. Open de ronde eerst.",
            "Round {round} has not begun, so there are no results. Open the round first.",
        ),
        "reveal_revealed": (
            "De uitslag van ronde {round} is al getoond.",
            "The results of round {round} were shown already.",
        ),
        "reveal_cancelled": (
            "Ronde {round} is afgebroken en heeft geen uitslag. Maak een nieuwe ronde.",
            "Round {round} was cancelled and has no results. Make a new round.",
        ),
        "results_setup": (
            "Ronde {round} is nog niet begonnen. Open de ronde, laat stemmen, en toon dan de uitslag.",
            "Round {round} has not begun. Open it, let people vote, and reveal the results then.",
        ),
        "results_open": (
            "Ronde {round} is nog open; de stand blijft verborgen. Sluit de ronde en toon dan de uitslag.",
            "Round {round} is still open; its totals stay hidden. Close the round and reveal the results then.",
        ),
        "results_closed": (
            "De uitslag van ronde {round} is nog niet getoond. Toon de uitslag eerst.",
            "The results of round {round} were not revealed yet. Reveal them first.",
        ),
        "results_cancelled": (
            "Ronde {round} is afgebroken en heeft geen uitslag.",
            "Round {round} was cancelled and has no results.",
        ),
        "nothing_to_reopen": (
            "Ronde {round} is niet gesloten, dus er is niets te heropenen.",
            "Round {round} is not closed, so there is nothing to open again.",
        ),
        "secret_stays_closed": (
            "Ronde {round} was geheim: nu is niet meer te zien wie al heeft gestemd. Maak een nieuwe ronde om weer te "
            "stemmen.",
            "Round {round} was secret: nobody can tell any more who has voted. Make a new round to vote again.",
        ),
        "options_gone": (
            "Briefjes van ronde {round} zijn intussen verwijderd. Haal ze terug, of maak een nieuwe ronde.",
            "Notes of round {round} were deleted meanwhile. Bring them back, or make a new round.",
        ),
        "cancel_too_late": (
            "Ronde {round} is al afgerond. Je kunt hem wel verwijderen.",
            "Round {round} is over already. You can delete it, though.",
        ),
        "nothing_tied": (
            "In ronde {round} is niets gelijk geëindigd om nog over te kiezen.",
            "Nothing in round {round} ended in a tie that is still to be decided.",
        ),
        "too_many_tied": (
            "In ronde {round} zijn {count} briefjes gelijk geëindigd; een beslissende ronde gaat over hoogstens "
            "{most}. Maak een nieuwe ronde over deze briefjes.",
            "In round {round} {count} notes ended in a tie; a run-off is about at most {most}. Make a new round about "
            "these notes.",
        ),
        # In the window
        "everybody_voted": (
            "Alle {people} mensen hebben gestemd. Sluit de ronde, of verhoog het aantal mensen.",
            "All {people} people have voted. Close the round, or raise the number of people.",
        ),
        "not_a_choice": (
            "“{text}” is geen nummer. Typ de nummers van de briefjes, bijvoorbeeld: 3 7 7, of 3 7=2.",
            "“{text}” is no number. Type the numbers of the notes, for example: 3 7 7, or 3 7=2.",
        ),
        "bad_keep": (
            "Houd er minstens één.",
            "Keep at least one.",
        ),
    }
)
