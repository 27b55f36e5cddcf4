#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/expr/rational.hpp>
#include <chiso/model/model.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
class RowPoints;
class Scores;

/// What a term of a comparison is of.
enum class TermKind : std::uint8_t {
  leaf,         ///< A leaf.
  group,        ///< A group, for its `scale_to`, or taken as one part.
  limit,        ///< What the `cap` or `at_least` of a group does.
  rounding,     ///< The rounding of a scaled group.
  bonus,        ///< An entry of bonus.
  penalty,      ///< An entry of penalty.
  bonus_cap,    ///< What the cap of bonus takes off.
  penalty_cap,  ///< What the cap of penalty takes off.
  held          ///< What holding the index at its ends does.
};
constexpr std::array<std::string_view, 9> names_of(TermKind) {
  return {"leaf", "group", "limit", "rounding", "bonus", "penalty", "bonus_cap", "penalty_cap", "held"};
}
/// Why two rows differ in a term: the first of these that holds.
enum class Cause : std::uint8_t {
  model,          ///< The models say something else.
  stated,         ///< Points are stated, and differ.
  applicability,  ///< Other criteria apply.
  evidence        ///< The evidence is another.
};
constexpr std::array<std::string_view, 4> names_of(Cause) { return {"model", "stated", "applicability", "evidence"}; }

/// An exact number of index points. There are many of them: it takes 16 bytes, unless it is large, and is brought to lowest terms when it
/// is looked at.
class Amount {
 public:
  /// The amount of a ratio, in lowest terms or not.
  explicit Amount(const Ratio& value) : num_(static_cast<std::int64_t>(value.num)), den_(static_cast<std::int64_t>(value.den)) {
    if (num_ != value.num || den_ != value.den) keep(Rational(value));
  }
  /// The amount of a number of any size.
  explicit Amount(Rational value) { keep(std::move(value)); }
  /// A copy, of a large number too.
  Amount(const Amount& other) : num_(other.num_), den_(other.den_) {
    if (is_large()) keep(Rational(other.large()));
  }
  /// Takes the number of another one, whose own number means nothing afterwards.
  Amount(Amount&& other) noexcept : num_(other.num_), den_(std::exchange(other.den_, 1)) {}
  /// Takes the number of another one, or of a copy of it.
  Amount& operator=(Amount other) noexcept {
    std::swap(num_, other.num_);
    std::swap(den_, other.den_);
    return *this;
  }
  /// Frees a large number.
  ~Amount() {
    if (is_large()) delete &large();
  }
  /// The number, in lowest terms.
  Rational exact() const { return is_large() ? large() : Rational(num_, den_); }

 private:
  // No number has the denominator 0: where it stands, the numerator is the place of a large number, which this owns.
  bool is_large() const { return den_ == 0; }
  Rational& large() const { return *reinterpret_cast<Rational*>(static_cast<std::uintptr_t>(num_)); }
  void keep(Rational value) {
    num_ = static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(new Rational(std::move(value))));
    den_ = 0;
  }
  std::int64_t num_ = 0, den_ = 1;
};
/// A part of the difference of two indices.
class Term {
 public:
  /// Nodes are places in Model::nodes(), or Criterion::none.
  Term(TermKind of, Cause because, std::size_t node_a, std::size_t node_b, Amount amount)
      : value(std::move(amount)), kind(of), cause(because), a_(packed(node_a)), b_(packed(node_b)) {}
  /// The node in the first model; Criterion::none if that does not have it, and for caps of sides and `held`.
  std::size_t node_a() const { return unpacked(a_); }
  /// The node in the second model, likewise.
  std::size_t node_b() const { return unpacked(b_); }
  Amount value;   ///< In index points; positive if it is in favour of b.
  TermKind kind;  ///< What it is of.
  Cause cause;    ///< Why the rows differ in it.

 private:
  // A model has fewer than 2^24 - 1 nodes, there are many terms, and `none` has all bits set.
  using Packed = std::array<std::uint8_t, 3>;
  static constexpr Packed packed(std::size_t node) {
    return {static_cast<std::uint8_t>(node), static_cast<std::uint8_t>(node >> 8), static_cast<std::uint8_t>(node >> 16)};
  }
  static constexpr std::size_t unpacked(const Packed& of) {
    const auto node = of[0] | static_cast<std::size_t>(of[1]) << 8 | static_cast<std::size_t>(of[2]) << 16;
    return node == 0xffffff ? Criterion::none : node;
  }
  Packed a_, b_;
};

/// The difference of the indices of two rows, b less a, as a sum of terms (docs/guide/explaining.md). The terms are in the order of b's
/// model, those of a alone behind the others of their group; terms of 0 are left out. The sum of the terms is the difference, exactly.
struct Comparison {
  std::optional<Amount> difference{};  ///< Empty if either row has no index; then there are no terms.
  std::optional<Decimal> published{};  ///< The difference of the published indices.
  std::vector<Term> terms{};           ///< None of them is 0.
  bool complete_a = true;              ///< Whether row a is complete; the difference of incomplete rows is split all the same.
  bool complete_b = true;              ///< Whether row b is complete.
};

/// Two models, matched once to compare many rows of their scores. Immutable, cheap to copy, safe to use from any thread.
class Comparer {
 public:
  /// O(nodes log nodes), and the length of the expressions. @throws ShapeError if the models publish on different scales.
  CHISO_INLINE Comparer(const Model& a, const Model& b);
  /// Rows of scores of the two models. O(nodes). @throws ShapeError if a row is of another model.
  CHISO_INLINE Comparison compare(const RowPoints& a, const RowPoints& b) const;
  /// The first model.
  CHISO_INLINE const Model& a() const;
  /// The second model.
  CHISO_INLINE const Model& b() const;

  /// The criterion of a depth, 1 being the top, under which a term is told: its node, or the one above it, in b's tree or, if b does not
  /// have the node, in a's. A criterion that both have is told as b's.
  struct Place {
    bool is_in_b = true;                 ///< Whether the node is one of b's model, else of a's.
    std::size_t node = Criterion::none;  ///< None for entries, caps of sides and `held`, which are told apart.
    /// Whether every member is equal.
    friend bool operator==(const Place&, const Place&) = default;
  };
  /// The place of a term of such a comparison. O(depth of the tree).
  CHISO_INLINE Place place(const Term& term, int depth) const;
  /// A sum over terms, in the order in which its key occurs first.
  struct Sum {
    std::string key{};  ///< A cause, the id of a criterion, or the name of what has none.
    Rational value{};   ///< In index points.
  };
  /// The sums by cause, those that occur.
  CHISO_INLINE static std::vector<Sum> by_cause(const Comparison& comparison);
  /// The sums by place, by the id of its criterion; entries, caps and `held` are sums of their own: `bonus`, `penalty`, `bonus_cap`,
  /// `penalty_cap`, `held`.
  CHISO_INLINE std::vector<Sum> by_node(const Comparison& comparison, int depth) const;
  /// The key of a term among these sums.
  CHISO_INLINE std::string key(const Term& term, int depth) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

/// Compares a row with another one, of the same scores or of others. O(nodes log nodes): for many rows, make a Comparer. @throws ShapeError
/// if the models publish on different scales.
CHISO_INLINE Comparison compare(const Scores& a, std::size_t row_a, const Scores& b, std::size_t row_b);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/explain/impl/comparison.ipp>
#endif
