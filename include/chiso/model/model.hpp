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
enum class NodeKind : std::uint8_t {
  group,   ///< A criterion with children.
  leaf,    ///< A criterion with a rule.
  bonus,   ///< An entry of the bonus.
  penalty  ///< An entry of the penalty.
};

/// How a group counts what its children achieve.
enum class Grouping : std::uint8_t {
  sum,      ///< All of it.
  scaled,   ///< Scaled to its points (`scale_to`); not applicable where nothing in it is.
  limited,  ///< Within limits (`cap`, `at_least`).
  one_of    ///< What the first child achieves that is applicable.
};

/// A checked criterion or entry.
struct Criterion {
  static constexpr std::size_t none = ~std::size_t{0};  ///< No node, no item.

  std::string id{};                ///< Unique in the model.
  std::string number{};            ///< As printed; empty if it has none.
  About about{};                   ///< Its label, note, source and meta.
  std::vector<std::string> was{};  ///< Former ids.
  NodeKind kind = NodeKind::leaf;  ///< What it is.
  int depth = 0;                   ///< How many groups it is in; 0 at the top and for entries.
  std::size_t parent = none;       ///< Its group; none at the top and for entries.
  std::size_t end = 0;             ///< One past the last node below it (pre-order), so its contents are from `node + 1` to before `end`.
  /// The weight: the most points of a leaf or entry; for a group the sum of its children, `scale_to`, `cap`, or its largest child.
  Points points{};
  Grouping grouping = Grouping::sum;  ///< For a group.
  Points at_least{};                  ///< For a limited group: the least that it achieves, but for what is not applicable in it.
  std::size_t item = none;            ///< For a leaf or entry: its place among the scored items (leaves, bonus, penalty); none for a group.
  std::optional<Program> applies_when{};  ///< A truth of its own; those of the groups above it hold too. Absent: it applies.
  std::string_view rule{};                ///< For a leaf or entry: the type of its rule, as in files.
  Shape shape{};                          ///< For a leaf or entry.
  Policies policies{};                    ///< For a leaf: its own or inherited.
  std::vector<std::size_t> tracks{};      ///< For a leaf with `tracks`: those that it belongs to, ascending; otherwise empty.

  bool is_group() const { return kind == NodeKind::group; }                               ///< Whether it is a group of the tree.
  bool is_leaf() const { return kind == NodeKind::leaf; }                                 ///< Whether it is a leaf of the tree.
  bool is_entry() const { return kind == NodeKind::bonus || kind == NodeKind::penalty; }  ///< Whether it is an entry of bonus or penalty.
  /// Whether it belongs to a track, by its place among those of the model; an entry or group does to each. O(log tracks).
  CHISO_INLINE bool in_track(std::size_t track) const;
};

/// What decides between equals: the index of a criterion, or a value.
struct TieBreak {
  std::size_t criterion = Criterion::none;    ///< The node of the criterion; none if a value decides.
  std::optional<Program> value{};             ///< A number; absent if a criterion decides.
  ValueOrder order = ValueOrder::descending;  ///< Of values.
};

/// A checked band of a list of classes.
struct Band {
  std::string id{};                    ///< Of the class.
  Range range{};                       ///< What it takes, but for what a band before it took.
  OptionalBox<Program> requirement{};  ///< What it asks for besides (`requires`); never on the last one.
};
/// A checked veto: what caps the class.
struct Veto {
  std::optional<Program> when{};        ///< A truth; absent: criteria alone decide.
  std::vector<std::size_t> criteria{};  ///< The nodes of the criteria.
  std::optional<Decimal> below{};       ///< Given with criteria: the least index that escapes.
  std::size_t at_least = 1;             ///< How many of the criteria must be below.
  std::string at_most{};                ///< The best class that it leaves, in every list of bands.
};
/// A checked quota: how many may keep a class.
struct Quota {
  std::string class_id{};                        ///< The class, in every list of bands and the last of none.
  Decimal at_most{};                             ///< In percent, of the ranked rows
  std::optional<std::vector<std::string>> of{};  ///< or of those in these classes before any quota.
};
/// The checked classes of a model.
struct Classes {
  ClassOn on = ClassOn::published;                                    ///< What is classed.
  int decimals = 2;                                                   ///< The decimals of the published index or points that are classed.
  std::vector<Band> bands{};                                          ///< Best first; the last takes the rest.
  std::vector<std::pair<std::string, std::vector<Band>>> by_block{};  ///< Those of a block that has its own.
  std::vector<Veto> vetoes{};                                         ///< In the order of the draft.
  std::vector<Quota> quotas{};                                        ///< In turn, after the vetoes.
  /// The bands that hold for a block: its own, or those of all. O(blocks with their own).
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

  /// As in the draft.
  CHISO_INLINE const std::string& id() const;
  /// The decimals of a quantum of points.
  CHISO_INLINE int point_decimals() const;
  /// How figures are published.
  CHISO_INLINE const PublishDraft& publish() const;
  /// How rows are ranked; what breaks ties is in tie_break().
  CHISO_INLINE const RankingDraft& ranking() const;

  /// In the order of the draft.
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
  /// The node with this id; empty if there is none. O(1) on average.
  CHISO_INLINE std::optional<std::size_t> find(std::string_view id) const;
  /// The node with this id. @throws UnknownNameError with the nearest id if there is none.
  CHISO_INLINE std::size_t node(std::string_view id) const;
  /// The sum of the points of the top-level criteria.
  CHISO_INLINE Points points() const;
  /// The most that the bonus counts; empty if the model has none.
  CHISO_INLINE std::optional<Points> bonus_cap() const;
  /// The most that the penalty counts; empty if the model has none.
  CHISO_INLINE std::optional<Points> penalty_cap() const;

  /// The tracks in the order of the draft, at least one; what has no track is of the last.
  CHISO_INLINE std::span<const std::string> tracks() const;
  /// The place of a track; empty if there is none of this name. O(log tracks).
  CHISO_INLINE std::optional<std::size_t> track(std::string_view name) const;
  /// For each track, the tracks from which a missing measure is taken, in turn.
  CHISO_INLINE const std::vector<std::vector<std::size_t>>& fallback() const;
  /// The declared blocks; empty if any name is allowed.
  CHISO_INLINE std::span<const std::string> blocks() const;
  /// The place of a declared block; empty if none of this name is declared. O(log blocks).
  CHISO_INLINE std::optional<std::size_t> block(std::string_view name) const;
  /// Whether the model says which blocks there are; otherwise any name is one.
  CHISO_INLINE bool declares_blocks() const;
  /// What breaks ties, in turn.
  CHISO_INLINE std::span<const TieBreak> tie_break() const;
  /// Bands, vetoes and quotas; empty if rows have no class.
  CHISO_INLINE const std::optional<Classes>& classes() const;
  /// What must hold of the evidence (docs/guide/checks.md); the layer `check` judges it. No check changes a score.
  CHISO_INLINE std::span<const Check> checks() const;
  /// What the expressions of checks read from other rows; it has the parameters and tables of derived().
  CHISO_INLINE const Derived& check_derived() const;

  /// Whether the drafts are equal, texts for people included. O(size).
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
