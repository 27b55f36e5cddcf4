#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/name_list.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The type of an expression.
enum class Type : std::uint8_t {
  number,  ///< An exact number.
  truth,   ///< True or false.
  choice,  ///< One of the options of a measure.
  date     ///< A day of the calendar.
};
constexpr std::array<std::string_view, 4> names_of(Type) { return {"number", "truth", "choice", "date"}; }

/// What a measure observes, and which cells its column takes (docs/guide/cells.md). Zero, missing and not applicable are three things in
/// each.
enum class MeasureType : std::uint8_t {
  count,    ///< A whole number, 0 or more, up to 2^53.
  decimal,  ///< A number of a fixed number of decimals.
  choice,   ///< One of its options.
  yes_no,   ///< Yes or no.
  date      ///< A day from 1900 to 2199.
};
constexpr std::array<std::string_view, 5> names_of(MeasureType) { return {"count", "decimal", "choice", "yes_no", "date"}; }
/// The type of an expression that is the measure alone.
constexpr Type type_of(MeasureType type) {
  return type == MeasureType::choice   ? Type::choice
         : type == MeasureType::yes_no ? Type::truth
         : type == MeasureType::date   ? Type::date
                                       : Type::number;
}

/// What to do with more decimals than a measure has.
enum class Excess : std::uint8_t {
  refuse,  ///< The cell is an error.
  round    ///< Half away from zero, to the decimals of the measure.
};
constexpr std::array<std::string_view, 2> names_of(Excess) { return {"refuse", "round"}; }

/// One column of evidence: a number is k / 10^decimals, a choice the index of its option, a truth 0 or 1, a date its number
/// (core/date.hpp).
struct Measure {
  std::string name{};                     ///< The head of its column, and its name in expressions (is_measure_name).
  MeasureType type = MeasureType::count;  ///< What it observes.
  int decimals = 0;                       ///< From 0 to 9; 0 for all but a decimal.
  NameList options{};                     ///< Of a choice, in the order of the model: at least one; otherwise empty.
  std::optional<Decimal> min{};           ///< The least number that is accepted; absent: any, of a count 0.
  std::optional<Decimal> max{};           ///< The greatest number that is accepted; absent: any up to 2^53 of its last decimal.
  Excess excess = Excess::refuse;         ///< Of a number: what happens to one with more decimals.
  std::vector<std::array<std::string, 2>> option_labels{};  ///< Of each option in turn, without marks (vi, en); empty if none has one.

  /// The place of the option that is labelled so, in any case and with or without marks.
  CHISO_INLINE std::optional<std::size_t> option_labelled(std::string_view label) const;
};

/// A number with a name that expressions read: one value, or one for each option of a choice, block or period. What every expression that
/// reads it asks is found once, however many values it has.
class Parameter {
 public:
  /// What the value of a parameter depends on.
  enum class By : std::uint8_t {
    nothing,  ///< It has one value.
    choice,   ///< On the option of a choice, whose state is the parameter's.
    block,    ///< On the block of the row.
    period    ///< On the period of the row.
  };
  /// `measure` is that of a choice; `otherwise` is for every key without a value, or its only value if it depends on nothing. Of a key that
  /// stands twice the first value counts. O(values log values).
  CHISO_INLINE Parameter(std::string name, By by, std::size_t measure, const std::vector<std::pair<std::string, Decimal>>& values,
                         std::optional<Decimal> otherwise);

  /// Its name in expressions, which no measure has.
  const std::string& name() const { return name_; }
  /// What it depends on.
  By by() const { return by_; }
  /// The place of the choice among the measures, if it depends on one.
  std::size_t measure() const { return measure_; }
  /// Its value for every key without one; its only value if it depends on nothing.
  const std::optional<Decimal>& otherwise() const { return otherwise_; }
  /// Its value for an option, a block or a period; empty if it has none. O(log values).
  CHISO_INLINE std::optional<Decimal> of(std::string_view key) const;
  /// The least of its values; empty if it has none.
  const std::optional<Decimal>& least() const { return least_; }
  /// The greatest of its values; empty if it has none.
  const std::optional<Decimal>& most() const { return most_; }
  /// The most decimals that one of its values has.
  int decimals() const { return decimals_; }
  /// Whether one of its values is 0, so that a division by it may be undefined.
  bool can_be_zero() const { return can_be_zero_; }

 private:
  CHISO_INLINE void count(const Decimal& value);
  std::string name_;
  By by_;
  std::size_t measure_;
  NameList keys_;
  std::vector<Decimal> values_{};  // by key
  std::optional<Decimal> otherwise_;
  std::optional<Decimal> least_{}, most_{};
  int decimals_ = 0;
  bool can_be_zero_ = false;
};

/// The measures of a model, in the order of the file, found by name in O(log measures).
class Measures {
 public:
  Measures() = default;  ///< None.
  /// The measures in this order. Their names must differ. O(n log n).
  CHISO_INLINE explicit Measures(std::vector<Measure> measures);
  /// The place of the measure with this name; empty if there is none. Case counts. O(log measures).
  CHISO_INLINE std::optional<std::size_t> find(std::string_view name) const;
  std::size_t size() const { return list_.size(); }  ///< How many there are.
  /// The measure at a place below size().
  const Measure& operator[](std::size_t index) const { return list_[index]; }
  auto begin() const { return list_.begin(); }  ///< The first one.
  auto end() const { return list_.end(); }      ///< Behind the last one.

 private:
  std::vector<Measure> list_;
  NameList names_{};
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/measure.ipp>
#endif
