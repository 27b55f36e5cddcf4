#pragma once

namespace chiso_cli {
/// The whole program: reads the arguments (the first is the name of the program), does what they ask for, says what went wrong. Returns the
/// exit code. Another program may call it (the Python package does), once, as what it is there for: signals are set for it.
int run_command_line(int count, char** arguments);
}
