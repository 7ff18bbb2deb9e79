#!/bin/sh
# Makes the environment in .judges/ with the judges of the formats that leave, as locked beside it.
# A judge more is one line in tools/judges/judges.in, and `sh tools/judges.sh --lock`.
#
# MISP's own schemas are no package. Clone its repositories misp-galaxy and misp-taxonomies, and name
# their folders: MISP_GALAXY=… MISP_TAXONOMIES=… pytest tests/exporters/formats/test_judges.py
set -eu
cd "$(dirname "$0")/.."
HERE=tools/judges

if [ "${1:-}" = "--lock" ]; then
    exec .venv/bin/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-header \
        --no-annotate --override "$HERE/overrides.txt" "$HERE/judges.in" -o "$HERE/judges.txt"
fi

python3 -m venv .judges
# A few judges of old formats come as sources; every file is checked by its hash all the same.
.judges/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
    --prefer-binary --no-deps -r "$HERE/judges.txt"
echo "The judges are in .judges/; run: .venv/bin/pytest tests/exporters/formats/test_judges.py"
