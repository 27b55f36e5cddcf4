"""The oracle against the C++ test programs: case files, comparison, coverage."""
