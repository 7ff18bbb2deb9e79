"""Writes five overlapping lists with known persons as CSV files, from the sample of pseudopeople.

It depends on pseudopeople 1.3.1 (BSD-3) alone, whose wheel has a sample of invented people, and is
run by a Python that has it, not by the project's.
Its result is read by `benchmarks/link_pseudopeople.py` and is not kept in the repository.
"""

import sys
from pathlib import Path

import pandas as pd
import pseudopeople

COLUMNS = ("person", "given", "middle", "surname", "born", "address", "city", "postal_code", "ssn")


def main() -> int:
    """Write the lists into the folder named on the command line, with the package's own noise."""
    folder, seed = Path(sys.argv[1]), int((*sys.argv, "1")[2])
    folder.mkdir(parents=True, exist_ok=True)
    security = pseudopeople.generate_social_security(seed=seed)
    lists = {
        "census": plain(pseudopeople.generate_decennial_census(seed=seed), day="%m/%d/%Y"),
        "w2": plain(pseudopeople.generate_taxes_w2_and_1099(seed=seed), at="mailing_address_"),
        "1040": plain(pseudopeople.generate_taxes_1040(seed=seed), at="mailing_address_"),
        # A death is a second line of a person whose number was created.
        "ssa": plain(security[security["event_type"] == "creation"], day="%Y%m%d"),
        "surveys": pd.concat(
            [
                plain(pseudopeople.generate_current_population_survey(seed=seed), day="%m/%d/%Y"),
                plain(pseudopeople.generate_women_infants_and_children(seed=seed), day="%m%d%Y"),
            ]
        ),
    }
    for name, table in lists.items():
        table.reset_index(drop=True).to_csv(folder / f"{name}.csv", index_label="id")
    return 0


def plain(table: pd.DataFrame, *, at: str = "", day: str = "") -> pd.DataFrame:
    """Write one list of pseudopeople under the names of columns that all five share."""

    def column(name: str) -> pd.Series:
        found = table[name] if name in table else pd.Series("", index=table.index)
        return found.astype("string").fillna("")

    born = column("date_of_birth")
    if day:
        read = pd.to_datetime(born, format=day, errors="coerce")
        born = read.dt.strftime("%Y-%m-%d").fillna("")
    middle = column("middle_initial" if "middle_initial" in table else "middle_name")
    number, street, unit = (
        column(f"{at}{part}") for part in ("street_number", "street_name", "unit_number")
    )
    return pd.DataFrame(
        {
            "person": column("simulant_id"),
            "given": column("first_name"),
            "middle": middle,
            "surname": column("last_name"),
            "born": born,
            "address": (number + " " + street + " " + unit).str.strip(),
            "city": column(f"{at}city"),
            "postal_code": column(f"{at}zipcode"),
            "ssn": column("ssn"),
        }
    )[list(COLUMNS)]


if __name__ == "__main__":
    sys.exit(main())
