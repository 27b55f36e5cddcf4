# Installs what is missing to build chiso and to run its tests; sourced by the commands of examples and tests, for a Debian machine as root or
# with sudo. `set_up build`, `set_up tests [preset]` (asan, tsan, coverage), `set_up fuzz [coverage]`, `set_up mutation`, `set_up compilers` or
# `set_up consumers`; afterwards $source and $build are set, for tests $python, and for compilers $newest_clang, the newest that Debian has.
set -euo pipefail

set_up() {
  local packages=(g++ cmake ninja-build pkg-config ca-certificates ccache libutf8proc-dev libboost-dev libcli11-dev)
  if [ "$1" = build ]; then packages+=(python3-dev python3-venv); fi
  if [ "$1" = tests ]; then packages+=(make libcpp-httplib-dev libeigen3-dev libgtest-dev libbenchmark-dev python3-dev python3-venv default-jre-headless clang-14 libclang-rt-14-dev); fi
  if [ "$1" = consumers ]; then packages+=(lintian dpkg-dev); fi
  if [ "${2:-}" = coverage ]; then packages+=(llvm-14); fi
  if [ "$1" = fuzz ]; then packages+=(libeigen3-dev libgtest-dev python3 clang-14 libclang-rt-14-dev llvm-14); fi
  if [ "$1" = mutation ]; then packages+=(libgtest-dev libeigen3-dev python3-venv clang-14 git); fi
  local root=()
  if [ "$(id -u)" != 0 ]; then root=(sudo); fi
  if [ "$1" = compilers ]; then
    newest() { apt-cache search --names-only '^clang-[0-9]+$' | cut -d' ' -f1 | sort -V | tail -n 1; }
    if [ -z "$(newest)" ]; then "${root[@]}" apt-get update -qq; fi
    newest=$(newest)
    packages+=(clang-14 "$newest")
    newest_clang=clang++-${newest#clang-}
  fi
  local missing=()
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${missing[*]}"
    "${root[@]}" apt-get update -qq
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi

  source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
  build=${CHISO_BUILD_FOLDER:-$source/build/${2:-$1}}
  # Precompiled headers are cached too; and what is compiled in one clone need not be in another, nor where pip builds.
  export CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_BASEDIR=/ CXX=${CXX:-c++}
  if [ "$1" = tests ]; then
    python=$build/python/bin/python
    if [ ! -x "$python" ]; then python3 -m venv "$build/python"; fi
    "$python" -m pip install --quiet --disable-pip-version-check -r "$source/tests/requirements.txt"
  fi
}
