#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/model/model.hpp>
#include <chiso/score/coverage.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// The least and the most covered of rows that are ranked together. Of equals, the one that was added first.
class CoverageRange {
 public:
  /// Adds a row, named by its unit. One of which nothing is asked changes nothing.
  CHISO_INLINE void add(const Coverage& coverage, std::string_view unit);
  /// The warning coverage.differs of these rows, which are of one period and track, if their coverage differs by more than 20 percentage
  /// points; compared exactly.
  CHISO_INLINE std::optional<Problem> warning(const Model& model, std::string_view period, std::uint16_t track) const;

 private:
  struct Row {
    Coverage coverage{};
    std::string unit{};
  };
  std::optional<Row> least_{}, most_{};
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/rank/impl/coverage_range.ipp>
#endif
