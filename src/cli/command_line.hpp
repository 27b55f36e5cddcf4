#pragma once

namespace chiso_cli {
class Workbooks;
/// The whole program: reads the arguments (the first is the name of the program), runs the command, and reports what went wrong. Returns
/// the exit code. Another program may call it, as the Python package does, but only once and as its whole purpose, because it sets
/// signals. What it gives beside opens and writes workbooks, which this library cannot; it must outlive the call.
int run_command_line(int count, char** arguments, Workbooks* opens_workbooks = nullptr);
}
