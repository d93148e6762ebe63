#!/bin/sh
# The main job on the bundled case: the window where there is a display; else its picture and the table, and an end.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python

if [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec $python -m desktop
fi
mkdir -p out
$python -m desktop --screenshot out/window.png
# Status 1 says that disagreements were found, which is what the case is made for.
$python -m desktop compare corpus/compute-deal >out/table.txt || [ $? = 1 ]
$python -m desktop compare corpus/compute-deal --json >out/comparison.json || [ $? = 1 ]
$python -m desktop compare corpus/compute-deal \
    --pdf out/comparison.pdf --html out/comparison.html --xlsx out/comparison.xlsx 2>out/written.txt ||
    [ $? = 1 ] || { cat out/written.txt >&2; exit 2; }
rm out/written.txt
cat out/table.txt
cat <<END

There is no display here, so the window was drawn into a picture:
  out/window.png        the window, on the bundled case
  out/table.txt         the table above
  out/comparison.json   the same as the interchange document
  out/comparison.pdf    the report of the comparison
  out/comparison.html   the report as a web page
  out/comparison.xlsx   its pairs and figures as a spreadsheet
The articles lie in corpus/compute-deal.
END
