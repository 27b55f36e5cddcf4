#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
enum class UnknownColumns : std::uint8_t { refuse, ignore };
constexpr std::array<std::string_view, 2> names_of(UnknownColumns) { return {"refuse", "ignore"}; }
enum class AbsentMeasures : std::uint8_t { refuse, missing };
constexpr std::array<std::string_view, 2> names_of(AbsentMeasures) { return {"refuse", "missing"}; }

/// How a table of evidence is read: a file, a data frame, or columns made in code. Readers of files and data frames trim names and words
/// and bring them into NFC, as they do with the text of the table; for EvidenceBuilder they must be so already.
struct ReadingOptions {
  /// The decimal mark of numbers that are text, `.` or `,`. If absent, a file may state it in the head of a column (as the files made by
  /// empty_evidence_sheet do); otherwise it is a point.
  std::optional<char> decimal{};
  std::optional<char> thousands{};  ///< `.`, `,`, a blank or an apostrophe, between groups of three digits; absent: none.
  /// Between the cells of a file; other tables ignore it. If absent, it is the one of `;`, tab and `,` by which most cells of the first row
  /// are names that the model (or `rename`) knows; of equals the one that gives most cells; of equals the first. It may be the decimal
  /// mark too: then such numbers stand in quotes.
  std::optional<char> delimiter{};
  std::vector<std::pair<std::string, std::string>> rename{};  ///< From a column of the table to a name of the model.
  std::vector<std::string> missing_words{};  ///< Words in a measure's cell that mean missing, beside a blank; spelt exactly so.
  UnknownColumns unknown_columns = UnknownColumns::refuse;
  AbsentMeasures absent_measures = AbsentMeasures::refuse;  ///< What a measure without a column is.
  std::size_t most_problems = 1000;                         ///< How many problems an error lists; its total counts all.

  char decimal_mark() const { return decimal.value_or('.'); }
};
/// Checks the marks of numbers; whoever reads text checks the delimiter. @throws Error with every mark that is not allowed, or is used for
/// two things.
CHISO_INLINE void check(const ReadingOptions& options);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/reading_options.ipp>
#endif
