#pragma once
#include <chiso/core/build.hpp>
#include <chiso/evidence/evidence.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A table that stands beside evidence, with columns of its own: at most one row for each unit, period and track, which must be those of a
/// row of the evidence (after fallback, if that is what is given). Readers take it in place of a model, and read it as evidence of
/// `columns`.
///
/// A table without periods (no column, or blank in every row) is of `period`, unless the evidence has none either; one without blocks takes
/// any. Tracks and blocks may stand by their labels (LabelledIds). Columns that it does not know are not read.
struct TableBeside {
  Evidence evidence;     ///< Beside whose rows it stands.
  Model columns;         ///< Its measures; its tracks and blocks are those of the evidence's model.
  std::string period{};  ///< That of its rows, if they say none.
  /// Names of columns that no measure may have, each with the measure that it is.
  std::vector<std::pair<std::string, std::string>> names{};

  /// The measure that a column is, if its name is one of these.
  std::string_view measure_of(std::string_view column) const {
    for (const auto& [name, measure] : names)
      if (name == column) return measure;
    return column;
  }
};
}
