# Installs what is missing to build chiso and to run its tests; sourced by the commands of examples and tests, for a Debian machine as root or
# with sudo. `set_up build`, `set_up tests [preset]` (asan, tsan, coverage), `set_up fuzz [coverage]`, `set_up mutation`, `set_up bench`,
# `set_up compilers NAME...` (as tests/compilers/run takes them), `set_up consumers` or `set_up docs`; afterwards $source and $build are set, for
# tests and docs $python too.
set -euo pipefail

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

newest_clang() {  # of those that Debian has, with its security updates
  local found
  found() { apt-cache search --names-only '^clang-[0-9]+$' | cut -d' ' -f1 | sort -V | tail -n 1; }
  if [ -z "$(found)" ]; then as_root apt-get update -qq; fi
  found=$(found)
  echo "clang++-${found#clang-}"
}

set_up() {
  local packages=(g++ cmake ninja-build pkg-config ca-certificates ccache libutf8proc-dev libboost-dev libcli11-dev)
  if [ "$1" = build ]; then packages+=(python3-dev python3-venv); fi
  if [ "$1" = tests ]; then packages+=(make libcpp-httplib-dev libeigen3-dev libgtest-dev libbenchmark-dev python3-dev python3-venv default-jre-headless clang-14 libclang-rt-14-dev qemu-user); fi
  if [ "$1" = docs ]; then packages+=(doxygen nodejs python3-dev python3-venv); fi
  # simdjson is of the earlier commit that speed is compared with.
  if [ "$1" = bench ]; then packages+=(libbenchmark-dev libhwy-dev libsimdjson-dev python3-dev python3-venv git); fi
  if [ "$1" = consumers ]; then packages+=(lintian dpkg-dev); fi
  if [ "${2:-}" = coverage ]; then packages+=(llvm-14); fi
  if [ "$1" = fuzz ]; then packages+=(libeigen3-dev libgtest-dev python3 clang-14 libclang-rt-14-dev llvm-14); fi
  if [ "$1" = mutation ]; then packages+=(libgtest-dev libeigen3-dev python3-venv clang-14 git); fi
  if [ "$1" = compilers ]; then
    packages+=(libgtest-dev libeigen3-dev)
    if [ "$(printf '%s\n' "${@:2}" | grep -c '^libc++-')" -gt 1 ]; then echo "Debian has one libc++ at a time: name one of them"; exit 2; fi
    for name in "${@:2}"; do
      case $name in
        clang++-*) packages+=("clang-${name#clang++-}") ;;
        # That of another release is removed.
        libc++-*) packages+=("clang-${name#libc++-}" "$name-dev" "libc++abi-${name#libc++-}-dev") ;;
        aarch64 | s390x) packages+=(qemu-user "g++-$name-linux-gnu") ;;
        g++) ;;
        *) echo "There is no $name here: g++, clang++-N, libc++-N (with clang++-N), aarch64 and s390x are the names"; exit 2 ;;
      esac
    done
  fi
  local missing=()
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  fi

  source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
  build=$1
  if [ "$1" != compilers ] && [ -n "${2:-}" ]; then build=$2; fi
  build=${CHISO_BUILD_FOLDER:-$source/build/$build}
  # Precompiled headers are cached too; and what is compiled in one clone need not be in another, nor where pip builds, nor where messages
  # are in English.
  export CCACHE_SLOPPINESS=pch_defines,time_macros,locale CCACHE_BASEDIR=/ CXX=${CXX:-c++}
  if [ "$1" = tests ] || [ "$1" = docs ]; then
    python=$build/python/bin/python
    if [ ! -x "$python" ]; then python3 -m venv "$build/python"; fi
    "$python" -m pip install --quiet --disable-pip-version-check -r "$source/$1/requirements.txt"
  fi
}
