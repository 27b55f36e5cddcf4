#pragma once
#include <array>
#include <chiso/model/model.hpp>
#include <chiso/rank/ordered_values.hpp>
#include <chiso/rank/ranking_index.hpp>
#include <chiso/score/coverage.hpp>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The cells of a row of a table of scores, as text, without those that other rows decide.
struct RowTexts {
  std::string_view before_rank{};      ///< The cells before the rank.
  std::string_view class_id{};         ///< The class.
  std::string_view before_class_by{};  ///< Those from behind it to what decided it.
  std::string_view class_by{};         ///< What decided it, two cells.
  std::string_view behind_level{};     ///< Those behind level_as_published.
};
/// A scored row on its way to its place among all rows: what it is ordered by, and its cells. The views are of the bytes that it was read
/// from, or of what it was made of.
struct ScoredRow {
  std::uint32_t block = 0, period = 0, track = 0;  ///< Their places among those of the whole table, sorted, and of the model.
  bool is_ranked = false;
  Coverage coverage{};
  std::string_view unit{};
  std::vector<RankingIndex> indices{};  ///< Of a ranked row: its index, then those of the criteria that break ties.
  std::vector<TieValue> values{};       ///< Likewise: the values that break ties.
  std::uint32_t class_code = 0;         ///< Likewise: its class before any quota, among class_ids, or RowClasses::none.
  std::string_view published{};         ///< Likewise: its published index.
  RowTexts texts{};
};
/// Compares rows as tables of scores have them: by block, period and track; the ranked ones first, best first; else by unit.
class ScoredRowOrder {
 public:
  explicit ScoredRowOrder(const Model& model) : tie_break_(model.tie_break()) {}
  /// Less is first.
  std::strong_ordering operator()(const ScoredRow& a, const ScoredRow& b) const;
  /// Which of two ranked rows is better: greater is.
  std::strong_ordering compare(const ScoredRow& a, const ScoredRow& b) const;
  static bool is_same_cohort(const ScoredRow& a, const ScoredRow& b) {
    return a.block == b.block && a.period == b.period && a.track == b.track;
  }

 private:
  std::span<const TieBreak> tie_break_;
};

/// Adds the bytes of a row.
void put(const ScoredRow& row, std::string& out);
/// Reads a row again, of the model that it was scored by.
void get(std::string_view bytes, const Model& model, ScoredRow& out);
}
