// expects: no matching function for call|no matching constructor|conversion from .?bool|no viable conversion
#include <chiso/expr/expression.hpp>

const chiso::Number value = true;
