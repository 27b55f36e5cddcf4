// expects: missing (initializer for member|field) .*full_at
// only: g++ (clang 14 says nothing where members are named)
// flags: -Wextra -Werror=missing-field-initializers
// A required member has no initialiser, so that the compiler tells who forgets it.
#include <chiso/rule/rule.hpp>

const chiso::rules::Proportional rule{.value = "resolved / received"};
