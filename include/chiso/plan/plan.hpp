#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/date.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/progress.hpp>
#include <chiso/plan/what_if.hpp>
#include <chiso/rank/ranked.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The value of a cell that says that the unit has no such task.
struct NotApplicable {
  /// All are equal.
  friend bool operator==(const NotApplicable&, const NotApplicable&) = default;
};
/// What an action makes of one cell of the row.
struct ActionChange {
  std::string measure;  ///< The name of the measure.
  /// What it becomes, as evidence would have it: not applicable, text (marks as in models: `95.5`), a number, a truth, a date.
  std::variant<NotApplicable, std::string, double, std::int64_t, bool, Date> value;
};
/// What a unit may do, and what that costs.
struct Action {
  std::string id;                      ///< Not empty, unique among the actions.
  std::vector<ActionChange> changes;   ///< The cells that it sets, at least one; of a measure one value.
  Decimal cost{};                      ///< 0 or more, in whatever unit all costs are.
  std::optional<std::string> group{};  ///< Of the actions of a group at most one is taken.
};

/// What a plan is to reach.
class Target {
 public:
  /// What is compared.
  enum class Kind : std::uint8_t {
    index,      ///< The exact index, at least so high; an incomplete row can reach it.
    published,  ///< The published index, at least so high, likewise.
    rank,       ///< The place, at most that.
    class_      ///< The class, at least as good.
  };
  /// The exact index is at least this.
  static Target index(Decimal at_least) { return {Kind::index, at_least, 0, {}}; }
  /// The published index is at least this.
  static Target published(Decimal at_least) { return {Kind::published, at_least, 0, {}}; }
  /// The place is at most this, from 1: 1 + the number of ranked rows above, by the model's key. If the model breaks ties, a unit that is
  /// level in its index counts as above.
  static Target rank(std::size_t at_most) { return {Kind::rank, {}, at_most, {}}; }
  /// The class is at least this one, by its id, of the list of the row's block.
  static Target class_id(std::string at_least) { return {Kind::class_, {}, 0, std::move(at_least)}; }

  Kind kind() const { return kind_; }                        ///< What is compared.
  const Decimal& number() const { return number_; }          ///< Of an index.
  std::size_t place() const { return place_; }               ///< Of a rank.
  const std::string& class_id() const { return class_id_; }  ///< Of a class.

 private:
  Target(Kind kind, Decimal number, std::size_t place, std::string class_id)
      : kind_(kind), number_(number), place_(place), class_id_(std::move(class_id)) {}
  Kind kind_;
  Decimal number_;
  std::size_t place_;
  std::string class_id_;
};

/// A set of actions and what the row comes to by it.
struct Plan {
  std::vector<std::string> actions{};  ///< Their ids, sorted by bytes; empty: nothing is done.
  Decimal cost{};                      ///< What they cost together.
  WhatIfResult result{};               ///< The row with all of them done, the others as raised.
};

/// How plans are made.
struct PlanOptions {
  /// What is added to the index of every other row, 0 or more, held as the index is.
  Decimal others{};
  /// Is told how many steps of the search in progress are done, if it is not empty. To cancel, throw.
  ProgressCallback progress{};
};

/// Plans for one row: the cheapest sets of actions that reach a target, proved to be so, and what can be reached at which cost
/// (docs/guide/plans.md, docs/design/plans.md). A plan is a set that reaches the target and of which no proper subset does. Of a group of
/// actions at most one is taken, and of those that set one measure to different values. All is computed with whole numbers.
///
/// Best first: least cost, fewest actions, highest index, then the ids, sorted, one after the other by bytes. Immutable, cheap to copy,
/// safe to read from any thread.
class Planner {
 public:
  /// Prepares for a row of the scores. O(actions). @throws Error with every problem of the actions (measures that do not exist or that a
  /// cohort function or a `target` reads, values that they do not take, ids twice, costs below 0); ShapeError as WhatIf.
  CHISO_INLINE Planner(const Ranked& ranked, std::size_t row, std::vector<Action> actions, PlanOptions options = {});

  /// The best plans, at most `most` of them, best first; none if no set of actions reaches the target, and the empty one alone if it is
  /// reached already. What actions do is found at the first question and kept, for each kind of target: O(actions x expressions that read
  /// what they change), and all combinations of those that one expression reads together. Each plan then takes a search. @throws
  /// UnknownNameError for a class that the block does not have; Error (plan.linked) naming actions of which one criterion, condition or
  /// veto reads more than 2^20 combinations, or (plan.too_many_sets) if more than 2^22 sets would have to be kept at once.
  CHISO_INLINE std::vector<Plan> plans(const Target& target, std::size_t most = 1) const;
  /// Over all sets of actions, whatever a target: the highest index at the least cost, then each cost at which a higher index is reached,
  /// with the best set for it. Empty if no set has an index. Same errors.
  CHISO_INLINE std::vector<Plan> frontier() const;
  /// The highest index that any set reaches, with the best set for it; empty if no set has an index. Found without the frontier, so that it
  /// is told where that has too many sets. Same errors.
  CHISO_INLINE std::optional<Plan> highest() const;

  /// The actions, sorted by the bytes of their ids.
  CHISO_INLINE const std::vector<Action>& actions() const;
  /// The row that is planned for, in the scores.
  CHISO_INLINE std::size_t row() const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/plan/impl/plan.ipp>
#endif
