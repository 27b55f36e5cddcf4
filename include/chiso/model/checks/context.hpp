#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <chiso/expr/expression.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/model/check.hpp>
#include <string_view>
#include <utility>

namespace chiso::inline CHISO_BUILD {
/// What checking and lowering a check of a model need: the measures, what is read elsewhere, and where problems go.
struct CheckContext {
  const Measures& measures;  ///< Of the model.
  Derived& derived;          ///< Gets what expressions read elsewhere: Model::check_derived().
  Report& report;            ///< Its place is that of the check.

  /// Reports a problem at `name`.
  CHISO_INLINE void problem(std::string_view name, const ProblemEntry& entry, Arguments arguments = {}) const {
    const auto in = report.step(name);
    report.add(entry, std::move(arguments));
  }
  /// The program of an expression that has been checked.
  template <Type Of>
  Program program(const Typed<Of>& text) const {
    return *compile(text, Of, measures, derived, report);
  }
};

/// The types of checks, one for each `type` of files (docs/guide/checks.md); AnyCheck lists them.
namespace checks {
using chiso::operator==;  // compares fields; std::variant looks for it here
}

/// What every type of check has besides its own fields.
namespace check_fields {
inline constexpr Words id{"unique among checks", "không trùng với phép kiểm tra khác"},
    severity{"error (if absent) or warning", "error (mặc định) hoặc warning"},
    applies_when{"where false, the row is not judged", "khi biểu thức này sai thì không kiểm tra dòng số liệu đó"};
}
}
