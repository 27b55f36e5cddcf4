// expects: chiso_compiled_or_headers_not_both_in_one_program|TLS|thread.local|undefined reference
// links: mixed_builds_other.cpp, src/core.cpp
// defines: CHISO_HEADER_ONLY
// One program with the headers alone here and the compiled library there is refused by the linker.
#include <chiso/core/decimal.hpp>

bool other();
int main() { return chiso::Decimal(0.5).text() == "0.5" && other() ? 0 : 1; }
