#pragma once
#include <chiso/core/build.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/model/model.hpp>
#include <chiso/score/coverage.hpp>
#include <chiso/score/item_state.hpp>
#include <chiso/score/tally.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A value that a rule reads besides what it measures, and where from.
struct ReadValue {
  Op from = Op::measure;  ///< measure, previous_measure, parameter, previous_parameter, cohort, below or previous_below.
  std::size_t place = 0;  ///< Its place, as in a Node: among the measures, the parameters, or the list of Derived.
  Outcome value{};        ///< What was read: a value or a state.
};
struct RuleResult;
/// Why a rule gave the points that it gave, as data.
struct Reason {
  std::optional<std::size_t> option{};        ///< The place of the chosen option in its choice; 0 or 1 for a truth.
  std::optional<std::size_t> tier{};          ///< The place of the tier that contains the value.
  std::optional<std::size_t> part{};          ///< For best_of: the place of the part that was taken.
  bool short_of_floor = false;                ///< It gave nothing because the value is short of the floor.
  bool at_most = false;                       ///< The points were capped at the most that it can give.
  bool at_least = false;                      ///< The points were raised to the least that it can give.
  std::vector<std::size_t> not_true{};        ///< For a checklist: the places of the items that are false.
  std::vector<std::size_t> not_applicable{};  ///< For a checklist: the places of the items that do not apply.
  State counted_in = State::value;            ///< For a part that a policy of its own gives points: the state that it would have.
  std::vector<RuleResult> parts;  ///< For a rule with parts: what each counts, and why. (No initialiser: RuleResult is incomplete.)
};
/// The result of a rule before rounding: points in quanta, or a state.
struct RuleResult {
  Outcome points{};                ///< In quanta, exactly.
  std::optional<Outcome> value{};  ///< The value that the rule measured; empty if it is not a single value.
  Reason reason{};                 ///< Why it gave these points.
  /// What the rule reads, in order, each once: the measures of the row, their values in the previous period, parameters, figures of the
  /// cohort and of tables below the unit; at most the first 256. Empty for rules with parts, whose parts have their own; for a checklist,
  /// whose items say more; and if all that it reads is one measure of the row, which `value` tells.
  std::vector<ReadValue> operands{};
};

/// One node of a scorecard. Its number, label and most points are those of the model's node; `reason_words` has its reason in words, in the
/// compiled library only (chiso/io/words/reasons.hpp).
struct ScoreLine {
  std::size_t node = 0;                    ///< Its place in Model::nodes().
  Tally tally{};                           ///< An entry has only `achieved`.
  std::optional<Index> index{};            ///< Empty for an entry.
  Coverage coverage{};                     ///< Nothing is asked of an entry.
  std::optional<ItemState> state{};        ///< Empty for a group.
  std::optional<RuleResult> rule{};        ///< The rule's own result, even if points are stated; empty for a group.
  std::optional<Points> own{};             ///< For a leaf with stated points: the points of its rule, if that has a value.
  std::optional<std::size_t> condition{};  ///< The nearest node whose applies_when is false.
  /// Which policy decided what a leaf counts that is not applicable, missing or undefined.
  struct PolicyOf {
    State state = State::missing;        ///< The state that the policy is for.
    std::size_t node = Criterion::none;  ///< What names it: the leaf, or the nearest group above; none if that is the model, or none does.
  };
  std::optional<PolicyOf> policy{};  ///< Empty for a line whose points no policy decided.
  bool outside_its_tracks = false;   ///< A leaf with `tracks`, to which the track of the row does not belong.
  bool left_out = false;     ///< A group with `one_of` above counts another child than this, or than the one that this is below; or none.
  bool passed_over = false;  ///< It is left out because nothing in it is applicable, though its condition holds.
  std::optional<std::size_t> instead{};       ///< The child that such a group counts, unless this one's own condition leaves it out.
  bool instead_is_open = false;               ///< It is not known whether that child applies: its condition is missing.
  Tally sum{};                                ///< For a group: what its children make together, before it is scaled, capped or raised.
  std::vector<std::size_t> missing{};         ///< The measures that it reads and that are missing in the row.
  std::vector<std::size_t> not_applicable{};  ///< The measures that it reads and that do not apply in the row.
  /// For a line that is missing, what it reads and that is missing for another reason than a measure of the row: each without a value. A
  /// `previous` means that the unit has no row in the previous period.
  std::vector<ReadValue> missing_elsewhere{};
  std::vector<std::size_t> tables_not_given{};  ///< The tables below the units that these read and that were not given.
  /// The points achieved; `published(line.points(), model)` rounds them as the model publishes figures.
  Points points() const { return {tally.achieved}; }
};

/// One row with its reasons: a line for every node of the model, in its order. It is data, without rank and class, which Ranked finds, and
/// without sentences: those are in the compiled library only, a line's by `reason_words` (chiso/io/words/reasons.hpp) and a whole page's by
/// `scorecard_text` and `scorecard_html` (chiso/io/scorecard/scorecard.hpp).
struct Scorecard {
  std::size_t row = 0;             ///< The row of the scores, from 0.
  std::string unit{};              ///< The name of the unit.
  std::string block{};             ///< Empty for the unnamed block.
  std::string period{};            ///< Empty for the unnamed period.
  std::string track{};             ///< The name of the track.
  Tally tally{};                   ///< What the row earned in all.
  std::optional<Index> index{};    ///< Empty if nothing is applicable.
  Coverage coverage{};             ///< How much of it is known.
  bool short_of_coverage = false;  ///< It lacks the least coverage that the model asks for, and is incomplete therefore.
  std::vector<ScoreLine> lines{};  ///< One for each of Model::nodes(), in their order.
};
}
