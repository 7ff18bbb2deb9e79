"""Titles that exist in more than one language, and addresses that are not linked.

It depends on the marks for translators only.
A title that is missing here is shown as it is written, with its language marked for whoever
listens; a work that has a title of its own in Russian is one more line.
"""

from __future__ import annotations

from typing import Final

from safeconduct.report.messages import marked

TITLES: Final = frozenset(
    {
        # What this program says of itself and of what nobody read.
        marked("Safeconduct, list of parties"),
        marked("Safeconduct, records of exposure"),
        marked("Safeconduct, search of public pages"),
        marked("Safeconduct, vocabulary of instruments"),
        marked("General knowledge of practice"),
        marked("General knowledge, read in no source"),
        marked("General legal practice"),
        marked("General medical practice"),
        marked("General practice against identity theft"),
        marked("General protection practice"),
        # Treaties and bodies whose texts are official in Russian, and laws that were passed in it.
        marked("1951 Refugee Convention"),
        marked("1951 Refugee Convention; UN Convention against Torture"),
        marked("Constitution of INTERPOL"),
        marked("Constitution of the Russian Federation"),
        marked("Council of Europe, ETS No. 24"),
        marked("Council of Europe, ETS No. 24, chart of signatures and ratifications"),
        marked("Council of Europe, ETS No. 5"),
        marked("Council of Europe, reservations to ETS No. 86"),
        marked("European Convention on Extradition (1957)"),
        marked("European Convention on Human Rights"),
        marked("European Convention on Human Rights, Protocol 15"),
        marked("European Convention on Human Rights; UN Convention against Torture"),
        marked("European Convention on Human Rights; resolution of the Court of 22 March 2022"),
        marked("European Court of Human Rights, Practice direction on interim measures"),
        marked("European Court of Human Rights, Rules of Court"),
        marked("Federal Law No. 253-FZ of 2 October 2010 (Russia), on ratification"),
        marked("Federal Law No. 255-FZ of 14 July 2022 (Russia)"),
        marked("Federal Law No. 367-FZ of 19 November 2021 (Russia), on ratification"),
        marked("Federal Law No. 378-FZ of October 2025 (Russia)"),
        marked("Federal Law No. 452-FZ of 30 December 2021 (Russia), on ratification"),
        marked("Federal law of 13 June 2023 (Russia), in force on 11 December 2023"),
        marked("Federal law of 13 June 2023 (Russia), on the surrender of passports"),
        marked("Human Rights Committee, rules of procedure"),
        marked("INTERPOL General Assembly, resolution GA-2017-86-RES-09"),
        marked("INTERPOL, member countries"),
        marked("INTERPOL's Rules on the Processing of Data"),
        marked("International Covenant on Civil and Political Rights"),
        marked("Shanghai Convention on Combating Terrorism, Separatism and Extremism, text"),
        marked("Statute of the Commission for the Control of INTERPOL's Files"),
        marked("Treaty of the CIS states on the interstate search for persons"),
        marked("Treaty on the Eurasian Economic Union"),
        marked("UN Convention against Torture"),
        marked("United Nations Treaty Collection, chapter IV, 16"),
        marked("United Nations Treaty Collection, chapter IV, 4"),
        marked("United Nations Treaty Collection, chapter IV, 5"),
        marked("United Nations Treaty Collection, chapter IV, 9"),
        marked("United Nations Treaty Collection, chapter V, 2"),
        marked("Vienna Convention on Consular Relations (1963)"),
    }
)
# Addresses of publishers and helpers that stand on a list of Russia (extremist, undesirable,
# foreign agent), or whose founder does. Being on it says what that state claims, and nothing else.
LISTED: Final = frozenset(
    {
        *(
            "ovd-info.org",
            "ovd.info",
            "ovdinfo.org",
            "ovdinfo.legal",
            "memopzk.org",
            "kovcheg.live",
        ),
        *("dept.one", "freedomhouse.org", "rsf.org", "themoscowtimes.com", "moscowtimes.ru"),
        *("meduza.io", "zona.media", "theins.ru", "theins.press", "thebell.io", "svoboda.org"),
        *("rferl.org", "azattyk.org", "azattyq.org", "azatutyun.am", "currenttime.tv", "svtv.org"),
        *("spektr.press", "istories.media", "novayagazeta.eu", "bellingcat.com", "agents.media"),
    }
)
