"""A Data Package of what leaves: CSV tables, their codebook and `datapackage.json`.

It depends on the values of the record and on the writers of the corpus folder.
A release is a Data Package already, so this format is made of a corpus only.

Source: Data Package 2.0, https://datapackage.org/standard/data-package/.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from safeconduct.exporters import record_values
from safeconduct.exporters.codebook import codebook_rows
from safeconduct.exporters.corpus_folder import csv_octets
from safeconduct.exporters.data_package import as_data_package
from safeconduct.exporters.record_values import LEAVING, texts_of
from safeconduct.record.layout import CODEBOOK_FILE, PACKAGE_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safeconduct.exporters.handover import Handover

NAME: Final = "data-package"
PLAIN: Final = "a folder of CSV tables with codebook, as a Data Package"
ENDING: Final = ""
HOLDS: Final = ("corpus",)
ROWS: Final = "records"
CARRIES: Final = record_values.CARRIES
LEAVES: Final = record_values.LEAVES


def files(handed: Handover) -> Mapping[str, bytes]:
    """The tables, the codebook and their description."""
    written = {
        table.file: csv_octets((table.headings, *texts_of(handed.corpus, table)))
        for table in LEAVING.values()
    }
    written[CODEBOOK_FILE] = csv_octets(codebook_rows(LEAVING.values()))
    described = json.loads(
        as_data_package(handed.corpus.masthead, written, tables=LEAVING.values())
    )
    # Custom properties, which the standard admits.
    described |= {"tlp": handed.tlp, "purpose": handed.purpose}
    text = json.dumps(described, ensure_ascii=False, indent=2)
    return {**written, PACKAGE_FILE: f"{text}\n".encode()}
