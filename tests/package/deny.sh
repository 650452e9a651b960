#!/usr/bin/env bash
# Checks the dependencies against deny.toml; known vulnerabilities only where their
# database lies on the machine (`cargo deny fetch`), since it is fetched from elsewhere
# than the crates.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/tools.sh
cargo_tool deny 0.20.2
cargo deny check bans licenses sources
if compgen -G "${CARGO_HOME:-$HOME/.cargo}/advisory-dbs/*/crates" >/dev/null; then
  cargo deny --offline check advisories
else
  echo "advisories not checked: there is no database of them on this machine"
fi
