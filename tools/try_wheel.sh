#!/bin/sh
# Builds the wheel and tries it without the checkout: the library half with babel alone.
# Needs the base set; PYTHON names the interpreter of that environment.
# What it proves: every data file travels, and vocabulary, record and verify need no extra.
set -eu
python=$(realpath -s "${PYTHON:-.venv/bin/python}")
checkout=$(pwd)
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT

"$python" -m hatchling build --target wheel --directory "$box/dist"
"$python" -m venv "$box/venv"
"$box/venv/bin/python" -m pip install --quiet --require-hashes --only-binary :all: \
	-r requirements/core.txt
"$box/venv/bin/python" -m pip install --quiet --no-deps --no-index "$box"/dist/*.whl

cd "$box"
# Every file of the source that git knows must stand in the installed package.
installed=$("$box/venv/bin/python" -c 'import safeconduct; print(safeconduct.__path__[0])')
git -C "$checkout/src/safeconduct" ls-files | while read -r file; do
	test -e "$installed/$file" || { echo "missing from the wheel: $file" >&2; exit 1; }
done
for half in vocabulary record verify; do
	test ! -d "$installed/$half" || "$box/venv/bin/python" -W error -c "import safeconduct.$half"
done
echo "The wheel stands alone: $(ls dist)"
