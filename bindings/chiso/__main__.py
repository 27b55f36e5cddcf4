"""The command line: ``chiso ...`` or ``python -m chiso ...``."""

from __future__ import annotations

import signal
import sys

from chiso import _core


def main() -> int:
    """Runs the arguments of the program and returns the exit code."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # the work is done in C++, which does not check for interrupts of Python
    return _core.run_command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
