#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/points.hpp>
#include <chiso/expr/program.hpp>
#include <chiso/rank/ranked.hpp>
#include <chiso/score/dependencies.hpp>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Something that a rule, a condition or a class reads, and that is missing on a row.
struct MissingInput {
  /// measure, previous_measure, parameter, previous_parameter, below, previous_below or cohort, as in a Node; or previous: the unit has no
  /// row of the previous period.
  Op from = Op::measure;
  std::size_t place = 0;  ///< As in a Node: among the measures, the parameters, or the list of Derived; 0 of `previous`.
  /// Measures of the row come first, in the order of the model.
  friend auto operator<=>(const MissingInput&, const MissingInput&) = default;
};
/// What has no result on a row, or another one, as long as something is missing.
struct Waiting {
  /// A leaf or an entry (item), a veto, or what a band asks for; none is a value that breaks ties.
  Reader::Kind kind = Reader::Kind::item;
  std::size_t index = 0;  ///< Its place among those of its kind; of a band that of its class among class_ids(model).
  /// Items come first, in the order of the model.
  friend auto operator<=>(const Waiting&, const Waiting&) = default;
};
/// Something to ask a unit for, and what waits for it.
struct MissingAsk {
  MissingInput input{};            ///< What is missing.
  std::vector<Waiting> waiting{};  ///< At least one, in order.
  Points points{};                 ///< The points of the leaves and entries among these.
  /// Whether every member is equal.
  friend bool operator==(const MissingAsk&, const MissingAsk&) = default;
};

/// The rows of which it is listed what is missing.
struct MissingOptions {
  std::optional<std::string> block{};   ///< Only this block; if absent, all. An empty name means the unnamed block.
  std::optional<std::string> period{};  ///< Only this period, likewise.
  std::optional<std::string> track{};   ///< Only this track, likewise.
};
/// What rows have not reported, as far as something waits for it (docs/guide/missing.md).
struct Missing {
  /// One thing that one row lacks.
  struct Cell {
    std::uint32_t row = 0;  ///< The row of the scores.
    std::uint32_t ask = 0;  ///< Its place in `asks`.
    /// Whether both members are equal.
    friend bool operator==(const Cell&, const Cell&) = default;
  };
  Ranked ranked;                   ///< The scores.
  std::vector<MissingAsk> asks{};  ///< Each once, in the order in which rows need them.
  std::vector<Cell> cells{};       ///< In the order of the rows, of a row in the order of the inputs.
  /// The units of the roster that have no row in a period, if rows of the last track are asked for: they lack everything.
  std::vector<UnreportedUnit> unreported{};
};

/// What every row lacks that a leaf, an entry or a class needs there, after fallback:
/// * what makes the state of a leaf or entry missing (whatever its policy then counts): what its rule and the conditions on it read and is
///   missing, but not the branch that is not taken, nor a side without which `and`, `or`, `coalesce` or `best_of` has its value;
/// * what a part of a rule counts its own policy for, unless the leaf is not applicable or its points are stated;
/// * what a veto needs whose criteria, if it has some, are below its limit; and what the band asks for at which the class of a row is open.
///
/// What is not applicable, left out by a group with `one_of`, or outside its tracks needs nothing. O(rows x items + cells x nodes of
/// expressions), and a byte for each row and item if leaves were not kept. @throws UnknownNameError if a block, period or track does not
/// occur.
CHISO_INLINE Missing missing_of(const Ranked& ranked, const MissingOptions& options = {});
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/explain/impl/missing.ipp>
#endif
