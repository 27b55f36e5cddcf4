#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/date.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/expr/state.hpp>
#include <string>
#include <variant>

namespace chiso::inline CHISO_BUILD {
/// What stands in a cell or on a side of a comparison: an exact number, a truth, the text of an option or a date, or the state in its
/// place (never State::value).
using CheckValue = std::variant<State, Rational, bool, std::string, Date>;
/// `7`, `-7/2` (in lowest terms), `yes`, `no`, the option, `2024-03-31`, or the name of the state. O(length).
CHISO_INLINE std::string exact_text(const CheckValue& value);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/check/impl/check_value.ipp>
#endif
