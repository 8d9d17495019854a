# shellcheck shell=bash
# What the scripts share: the project's folders, messages, the Node that they use. Sourced, never called.
set -euo pipefail

# Read by the scripts that source this file.
# shellcheck disable=SC2034
{
  project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
  toolchain=$(realpath "$project/.toolchain") # a link in a second work tree: set-up must not take it for a moved folder
  site=$project/build/web/site
}
node_wanted=20 # the oldest major version of Node that the tools run on
export TMPDIR=${TMPDIR:-/tmp}
if [[ -z ${EMSDK:-} ]]; then export EM_CONFIG=$toolchain/emscripten.config; fi

say() { printf '==> %s\n' "$*"; }

fail() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

# The comment at the head of a script is its help.
print_help() { awk 'NR > 1 && !/^#/ { exit } NR > 1 { sub(/^# ?/, ""); print }' "$0"; }

# For a script's arguments: --help prints the help, an option that is not known ends with status 2.
refuse_usage() {
  printf '%s: %s\n' "${0##*/}" "$1" >&2
  printf 'Try scripts/%s --help.\n' "${0##*/}" >&2
  exit 2
}

node_is_new_enough() {
  local major
  major=$("$1" -p 'process.versions.node.split(".")[0]' 2>/dev/null) && ((major >= node_wanted))
}

# Puts the project's own Node first where scripts/setup had to bring one.
use_node() {
  if [[ -x $toolchain/node/bin/node && :$PATH: != *":$toolchain/node/bin:"* ]]; then
    PATH=$toolchain/node/bin:$PATH
  fi
}

# npm with the system's Node: Debian's npm runs on Debian's Node alone.
run_npm() { PATH=${PATH//"$toolchain/node/bin:"/} npm "$@"; }

# Prints the address of the archive that the machine itself uses.
archive_address() {
  local codename address
  for codename in "Codename: bookworm" ""; do
    # shellcheck disable=SC2016 # apt's own variable
    address=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' \
      ${codename:+"$codename"} 'Component: main' 2>/dev/null | head -n 1) || true
    [[ -z $address ]] || break
  done
  printf '%s' "$address"
}

# cmake --preset, where it was not called yet or the project's folder has another place or name since.
configure() {
  local preset=$1 folder=${2:-$project/build/$1} home
  shift $(($# > 1 ? 2 : 1))
  home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$folder/CMakeCache.txt" 2>/dev/null || true)
  if [[ -n $home && $home != "$project" ]]; then
    say "$folder was made for $home: starting it anew"
    rm -rf "$folder"
  fi
  if [[ ! -f $folder/build.ninja || $# -gt 0 ]]; then
    (cd "$project" && cmake --preset "$preset" -B "$folder" "$@" >"$TMPDIR/configure.$$" 2>&1) || {
      cat "$TMPDIR/configure.$$" >&2
      fail "cmake --preset $preset did not succeed"
    }
    rm -f "$TMPDIR/configure.$$"
  fi
}

# build PRESET TARGET...: on a terminal one line that moves; elsewhere the compilers' output, of a build that failed.
build() {
  local folder=$project/build/$1
  shift
  if [[ -t 1 ]]; then
    ninja -C "$folder" "$@" || fail "the build did not succeed"
  elif ! ninja -C "$folder" "$@" >"$folder/ninja.log" 2>&1; then
    grep -v '^\[[0-9]*/[0-9]*\]' "$folder/ninja.log" >&2
    fail "the build did not succeed"
  fi
}

use_node
