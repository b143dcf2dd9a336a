"""Derive loaders/actors/first_names.json from the US census of 1990 (public domain), as the package `names` carries it.

    python training/first_names.py FOLDER    with dist.male.first and dist.female.first in it

A name counts for one gender when it is five times as frequent there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

MADE = '"#": "Made by training/first_names.py, which holds the names beside those of the census"'
TARGET = Path(__file__).parents[1] / "loaders" / "actors" / "first_names.json"
LIMIT = 1000
MALE = """barack jens sergei sergey vladimir volodymyr emmanuel antony dmitry dmitri mikhail igor oleg boris yuri
viktor ahmed mohammed mohammad muhammad ali hassan hussein ibrahim mahmoud abdullah khalid omar xi
narendra shinzo recep benjamin jean francois pierre jacques nicolas olaf gerhard helmut giuseppe matteo
mario silvio pedro mariano alexis jeremy nigel keir rishi justin bashar rodrigo nicolas evo luiz jair
andrzej donald lech petro oleksandr arseniy kim ban antonio ken kofi tedros rex mick reince newt mitt
rand ted jeb bernie mitch beau ben""".split()
FEMALE = """angela theresa ursula olga natalia svetlana tatiana yulia fatima aisha leila zeinab marine segolene
christine kellyanne melania ivanka ivana huma chelsea condoleezza kamala nikki tulsi benazir indira aung
dilma cristina michelle jacinda nicola liz sanna mette kaja giorgia khadija amina ayesha ingrid astrid
brigitte simone giulia""".split()


def table(path: Path) -> dict[str, float]:
    """Read the census's frequencies by lower-case name."""
    rows = (line.split() for line in path.read_text("ascii").splitlines())
    return {row[0].lower(): float(row[1]) for row in rows if row}


def main(folder: str) -> None:
    """Write the data file."""
    male, female = table(Path(folder) / "dist.male.first"), table(Path(folder) / "dist.female.first")
    m = [n for n in list(male)[:LIMIT] if male[n] > 5 * female.get(n, 0)]
    f = [n for n in list(female)[: 2 * LIMIT] if female[n] > 5 * male.get(n, 0)]
    both = {"male": sorted({*m, *MALE} - set(FEMALE)), "female": sorted({*f, *FEMALE} - set(MALE))}
    lines = [f"{json.dumps(gender)}: {json.dumps(' '.join(names))}" for gender, names in both.items()]
    TARGET.write_text("{\n" + ",\n".join([MADE, *lines]) + "\n}\n", "utf8")


if __name__ == "__main__":
    main(sys.argv[1])
