#include <cli/command_line.hpp>

int main(int count, char** arguments) { return chiso_cli::run_command_line(count, arguments); }
