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
cat out/table.txt
cat <<END

There is no display here, so the window was drawn into a picture:
  out/window.png        the window, on the bundled case
  out/table.txt         the table above
  out/comparison.json   the same as the interchange document
The articles lie in corpus/compute-deal.
END
