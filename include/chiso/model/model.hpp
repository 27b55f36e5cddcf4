#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/error.hpp>
#include <chiso/core/points.hpp>
#include <chiso/model/check.hpp>
#include <chiso/model/draft.hpp>
#include <chiso/model/policy.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a node of a model is: a group or a leaf of the tree, or an entry of a side of the adjustments.
enum class NodeKind : std::uint8_t { group, leaf, bonus, penalty };

/// How a group counts what its children achieve (SPEC 5): all of it; scaled to its points (`scale_to`); between limits (`cap`, `at_least`);
/// or what the first child achieves that is applicable (`one_of`).
enum class Grouping : std::uint8_t { sum, scaled, limited, one_of };

/// A checked criterion or entry.
struct Criterion {
  static constexpr std::size_t none = ~std::size_t{0};

  std::string id{};
  std::string number{};
  About about{};
  std::vector<std::string> was{};
  NodeKind kind = NodeKind::leaf;
  int depth = 0;
  std::size_t parent = none;  ///< Its group; none at the top and for entries.
  std::size_t end = 0;        ///< One past the last node below it (pre-order), so its contents are from `node + 1` to before `end`.
  /// The weight: the most points of a leaf or entry; for a group the sum of its children, `scale_to`, `cap`, or its largest child.
  Points points{};
  Grouping grouping = Grouping::sum;  ///< For a group.
  Points at_least{};                  ///< For a limited group: the least that it achieves, but for what is not applicable in it.
  std::size_t item = none;            ///< For a leaf or entry: its place among the scored items (leaves, bonus, penalty); none for a group.
  std::optional<Program> applies_when{};
  std::string_view rule{};            ///< For a leaf or entry: the type of its rule, as in files.
  Shape shape{};                      ///< For a leaf or entry.
  Policies policies{};                ///< For a leaf: its own or inherited.
  std::vector<std::size_t> tracks{};  ///< For a leaf with `tracks`: those that it belongs to, ascending; otherwise empty.

  bool is_group() const { return kind == NodeKind::group; }
  bool is_leaf() const { return kind == NodeKind::leaf; }
  bool is_entry() const { return kind == NodeKind::bonus || kind == NodeKind::penalty; }
  CHISO_INLINE bool in_track(std::size_t track) const;
};

/// What decides between equals: the index of a criterion, or a value.
struct TieBreak {
  std::size_t criterion = Criterion::none;  ///< The node of the criterion; none if a value decides.
  std::optional<Program> value{};
  ValueOrder order = ValueOrder::descending;  ///< Of values.
};

/// A checked band of a list of classes.
struct Band {
  std::string id{};
  Range range{};
  OptionalBox<Program> requirement{};  ///< What it asks for besides (`requires`); never on the last one.
};
struct Veto {
  std::optional<Program> when{};
  std::vector<std::size_t> criteria{};  ///< The nodes of the criteria.
  std::optional<Decimal> below{};
  std::size_t at_least = 1;  ///< How many of the criteria must be below.
  std::string at_most{};
};
struct Quota {
  std::string class_id{};
  Decimal at_most{};                             ///< In percent, of the ranked rows
  std::optional<std::vector<std::string>> of{};  ///< or of those in these classes before any quota.
};
struct Classes {
  ClassOn on = ClassOn::published;
  int decimals = 2;  ///< The decimals of the published index or points that are classed.
  std::vector<Band> bands{};
  std::vector<std::pair<std::string, std::vector<Band>>> by_block{};
  std::vector<Veto> vetoes{};
  std::vector<Quota> quotas{};
  CHISO_INLINE const std::vector<Band>& of_block(std::string_view block) const;
};

struct ModelData;
/// A valid model: immutable, cheap to copy (copies share it), safe to read from any thread.
class Model {
 public:
  /// Checks and compiles a draft. O(size). @throws ModelError with every problem.
  CHISO_INLINE static Model build(ModelDraft draft);
  /// The draft that it was built from; edit a copy and build again.
  CHISO_INLINE const ModelDraft& draft() const;
  /// Warnings: what is unusual but not wrong.
  CHISO_INLINE const std::vector<Problem>& warnings() const;

  CHISO_INLINE const std::string& id() const;
  CHISO_INLINE int point_decimals() const;
  CHISO_INLINE const PublishDraft& publish() const;
  CHISO_INLINE const RankingDraft& ranking() const;

  CHISO_INLINE const Measures& measures() const;
  /// What its expressions read from other rows.
  CHISO_INLINE const Derived& derived() const;
  /// True if it uses a cohort function or the rule `target`: then a row's score depends on its cohort.
  CHISO_INLINE bool relative() const;
  /// True if it uses `previous`: then a row's score depends on the unit's row of the previous period, and on which periods there are.
  CHISO_INLINE bool looks_back() const;

  /// Every criterion in pre-order, then the entries of bonus, then those of penalty.
  CHISO_INLINE std::span<const Criterion> nodes() const;
  /// How many of the nodes are criteria.
  CHISO_INLINE std::size_t criteria() const;
  /// The nodes of the scored items: leaves in pre-order, then entries of bonus, then of penalty.
  CHISO_INLINE std::span<const std::size_t> items() const;
  /// How many of the items are leaves.
  CHISO_INLINE std::size_t leaves() const;
  CHISO_INLINE std::optional<std::size_t> find(std::string_view id) const;
  /// The node with this id. @throws UnknownNameError with the nearest id if there is none.
  CHISO_INLINE std::size_t node(std::string_view id) const;
  /// The sum of the points of the top-level criteria.
  CHISO_INLINE Points points() const;
  /// The cap of a side; empty if the model has none.
  CHISO_INLINE std::optional<Points> bonus_cap() const;
  CHISO_INLINE std::optional<Points> penalty_cap() const;

  CHISO_INLINE std::span<const std::string> tracks() const;
  CHISO_INLINE std::optional<std::size_t> track(std::string_view name) const;
  /// For each track, the tracks from which a missing measure is taken, in turn.
  CHISO_INLINE const std::vector<std::vector<std::size_t>>& fallback() const;
  /// The declared blocks; empty if any name is allowed.
  CHISO_INLINE std::span<const std::string> blocks() const;
  CHISO_INLINE std::optional<std::size_t> block(std::string_view name) const;
  CHISO_INLINE bool declares_blocks() const;
  /// What breaks ties, in turn.
  CHISO_INLINE std::span<const TieBreak> tie_break() const;
  CHISO_INLINE const std::optional<Classes>& classes() const;
  /// What must hold of the evidence (SPEC 10); the layer `check` judges it. No check changes a score.
  CHISO_INLINE std::span<const Check> checks() const;
  /// What the expressions of checks read from other rows; it has the parameters and tables of derived().
  CHISO_INLINE const Derived& check_derived() const;

  CHISO_INLINE friend bool operator==(const Model& a, const Model& b);

 private:
  explicit Model(std::shared_ptr<const ModelData> data) : data_(std::move(data)) {}
  friend class ModelBuilder;
  std::shared_ptr<const ModelData> data_;
};

/// Every problem of a draft, errors and warnings, without building it. Problems have only pointers, because lines belong to a file. If
/// there are more than 100,000, the last one says how many more.
CHISO_INLINE std::vector<Problem> check(const ModelDraft& draft);
/// Checks into a report, which may contain the problems of reading the draft: parts that could not be read are not checked again. Returns
/// the model if the report has no error in the end.
CHISO_INLINE std::optional<Model> build(ModelDraft draft, Report& report);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/model/impl/model.ipp>
#endif
