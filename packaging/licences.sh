#!/usr/bin/env bash
# Collects the licences of all that the program carries in assets/licences.txt: a line
# `@@ licence`, the lines `@ part` that it holds for, its text. Run it after a change of
# dependencies; tests/project/packaging.rs tells when that is needed.
set -euo pipefail
cd "$(dirname "$0")/.."
command -v cargo-about >/dev/null || cargo install cargo-about --locked --features cli --quiet
made=$(mktemp)
trap 'rm -f "$made"' EXIT

section() { # licence, its file, parts
  printf '@@ %s\n' "$1"
  printf '@ %s\n' "${@:3}"
  printf '\n'
  cat "$2"
  printf '\n'
}

{
  section "SIL Open Font License 1.1" assets/fonts/InterVariable-LICENSE.txt "Inter 4.001, typeface"
  section "SIL Open Font License 1.1" assets/fonts/SourceSerif4-LICENSE.txt \
    "Source Serif 4.005, typeface"
  section "SIL Open Font License 1.1" assets/fonts/NotoSansSC-Readout-subset-LICENSE.txt \
    "Noto Sans SC 2.004, typeface, a subset"
  section "Creative Commons Attribution-ShareAlike 3.0" assets/citation/CC-BY-SA-3.0.txt \
    "Chicago, APA and MLA, citation styles of the Citation Style Language project"
  cargo about generate --locked packaging/licences.hbs
} | tr -d '\r' | sed 's/[[:space:]]*$//' | cat -s >"$made"
cp "$made" assets/licences.txt
