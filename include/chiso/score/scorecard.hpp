#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/model/model.hpp>
#include <chiso/score/item_state.hpp>
#include <chiso/score/tally.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// Why a rule gave what it gave, as data.
struct Reason {
  std::optional<std::size_t> option{};  ///< Place of the option among those of the choice, or 0 and 1 of a truth.
  std::optional<std::size_t> tier{};    ///< Place of the tier that held the value.
  std::optional<std::size_t> part{};    ///< Of best_of: the part that was taken.
  bool short_of_floor = false;          ///< Nothing, because the value is short of the floor.
  bool at_most = false;                 ///< Held down to the most it can give.
  bool at_least = false;                ///< Held up to the least it can give.
  std::vector<Reason> parts{};          ///< Of best_of and sum_of, each part's own.
};
/// The result of a rule before rounding: points in quanta, or a state.
struct RuleResult {
  Outcome points{};
  std::optional<Outcome> value{};  ///< What the rule measured, where it is one value.
  Reason reason{};
};

/// One node of a scorecard.
struct ScoreLine {
  std::size_t node = 0;
  Tally tally{};                           ///< Of an entry: achieved only.
  std::optional<Index> index{};            ///< Not of an entry.
  std::optional<ItemState> state{};        ///< Of a leaf or entry.
  std::optional<RuleResult> rule{};        ///< Of a leaf or entry: the rule's own result, kept beside a stated one too.
  std::optional<Points> own{};             ///< Of a stated leaf whose rule has a value: the points that it gives.
  std::optional<std::size_t> condition{};  ///< The node whose applies_when is false, nearest first.
  bool outside_its_tracks = false;
  std::vector<std::size_t> missing{};         ///< Measures that it reads and that are missing on the row.
  std::vector<std::size_t> not_applicable{};  ///< Measures that it reads and that do not apply.
};

/// One row with its reasons: a line for every node of the model, in its order. No prose; `model` and `explain` have the words.
struct Scorecard {
  std::size_t row = 0;
  std::string unit{}, block{}, period{}, track{};
  Tally tally{};
  std::optional<Index> index{};
  std::vector<ScoreLine> lines{};
};
}
