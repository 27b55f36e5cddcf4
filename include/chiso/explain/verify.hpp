#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/evidence/table_beside.hpp>
#include <chiso/rank/ranked.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A figure of a row that is published.
enum class PublishedFigure : std::uint8_t {
  index,  ///< The published index.
  rank,   ///< The rank.
  class_  ///< The class, by its id or label; `class` in tables.
};
constexpr std::array<std::string_view, 3> names_of(PublishedFigure) { return {"index", "rank", "class"}; }

/// Why a published figure may differ from the computed one: the first of these that gives exactly what was published.
enum class PublishedCause : std::uint8_t {
  rounding,         ///< An index is rounded otherwise, or to other decimals.
  full_points,      ///< An index is divided by all points of the model: what does not apply counts as nothing earned.
  points,           ///< It is the points earned, not an index.
  adjustments,      ///< Bonus and penalty are left out of it.
  held,             ///< It is not held at the end of the scale.
  ties,             ///< Ranks count equals otherwise: as competition, dense or ordinal ranks.
  tie_broken,       ///< Units that are level have different ranks, or are parted otherwise.
  exact_index,      ///< A rank or class is by the index before it is rounded; the model takes the published one, or has tie-breaks.
  published_index,  ///< It is by the published index, where the model takes the exact one, or has tie-breaks.
  own_index,        ///< It follows from the published indices of the table, which differ from the computed ones.
  unranked,         ///< Ranks count rows that are not ranked.
  not_ranked,       ///< A row that is incomplete, or not ranked, has a rank or a class all the same.
  lowered,          ///< A class is that of its band: a veto, a requirement or a quota lowers it.
  unknown           ///< None of these gives what was published.
};
constexpr std::array<std::string_view, 14> names_of(PublishedCause) {
  return {"rounding",    "full_points",     "points",    "adjustments", "held",       "ties",    "tie_broken",
          "exact_index", "published_index", "own_index", "unranked",    "not_ranked", "lowered", "unknown"};
}
/// How a published index may have been rounded.
enum class RoundedAs : std::uint8_t {
  half_up,    ///< Half away from zero.
  half_even,  ///< Half to the even digit.
  down,       ///< Towards zero: cut.
  up          ///< Away from zero.
};
constexpr std::array<std::string_view, 4> names_of(RoundedAs) { return {"half_up", "half_even", "down", "up"}; }

/// A published figure that is not the computed one.
struct PublishedDifference {
  PublishedFigure figure = PublishedFigure::index;  ///< Which figure it is.
  std::size_t row = 0;                              ///< In the scores.
  std::size_t published_row = 0;                    ///< In the published table.
  std::optional<Decimal> published{};               ///< Of an index or a rank: what was published.
  std::optional<Decimal> expected{};                ///< Of an index or a rank: what was computed; empty if there should be none.
  std::string_view published_class{};               ///< Of a class: what was published.
  std::string_view expected_class{};                ///< Of a class: what was computed; empty if there should be none.
  PublishedCause cause = PublishedCause::unknown;   ///< Why it may differ.
  std::optional<RoundedAs> rounding{};              ///< Of the cause `rounding`: in which way,
  std::optional<int> decimals{};                    ///< and to how many decimals.
  /// Whether every member is equal.
  friend bool operator==(const PublishedDifference&, const PublishedDifference&) = default;
};

/// What was published of scores, beside what was computed. Views live as long as the model of the scores.
struct Verification {
  std::vector<PublishedDifference> differences{};  ///< In the order of the published table; of one row index, rank, class.
  std::size_t rows = 0;                            ///< How many rows of the table were compared,
  std::size_t figures = 0;                         ///< and how many figures in them.
  /// A figure that was computed, in a column that the table has, and is blank there.
  struct Unpublished {
    PublishedFigure figure;  ///< Which figure it is.
    std::size_t row;         ///< In the scores.
    /// Whether every member is equal.
    friend bool operator==(const Unpublished&, const Unpublished&) = default;
  };
  std::vector<Unpublished> unpublished{};         ///< In the order of the published table.
  std::vector<PublishedFigure> absent_columns{};  ///< Figures of which the table publishes none.
  std::vector<std::size_t> absent_rows{};         ///< Rows of the scores in blocks, periods and tracks that the table has, which it lacks.
  std::size_t other_rows = 0;                     ///< How many further rows the scores have, in other blocks, periods or tracks.
};

/// The table of published figures that `verify` compares with scores, for readers: beside the columns that identify rows it may have
/// `index`, `rank` and `class`, an id or a label of a class (labelled_classes). @throws UnknownNameError if `period`, which rows have that
/// say none, does not occur; it is the last one if empty.
CHISO_INLINE TableBeside published_table(const Scores& scores, std::string_view period = {});

/// Compares what was published with what was computed: every index (as published), rank and class that differs, and the likely cause.
/// `published` is what a reader made of published_table(ranked.scores()). O(rows log rows). @throws EvidenceError (published.nothing) if it
/// has no index, rank or class; ShapeError if it was read for other scores.
CHISO_INLINE Verification verify(const Ranked& ranked, const Evidence& published);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/explain/impl/verify.ipp>
#endif
