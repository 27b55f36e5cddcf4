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
enum class Type : std::uint8_t { number, truth, choice, date };
constexpr std::array<std::string_view, 4> names_of(Type) { return {"number", "truth", "choice", "date"}; }

/// What a measure observes (SPEC 3).
enum class MeasureType : std::uint8_t { count, decimal, choice, yes_no, date };
constexpr std::array<std::string_view, 5> names_of(MeasureType) { return {"count", "decimal", "choice", "yes_no", "date"}; }
constexpr Type type_of(MeasureType type) {
  return type == MeasureType::choice   ? Type::choice
         : type == MeasureType::yes_no ? Type::truth
         : type == MeasureType::date   ? Type::date
                                       : Type::number;
}

/// What to do with more decimals than a measure has.
enum class Excess : std::uint8_t { refuse, round };
constexpr std::array<std::string_view, 2> names_of(Excess) { return {"refuse", "round"}; }

/// One column of evidence: a number is k / 10^decimals, a choice the index of its option, a truth 0 or 1, a date its number
/// (core/date.hpp).
struct Measure {
  std::string name{};
  MeasureType type = MeasureType::count;
  int decimals = 0;
  NameList options{};
  std::optional<Decimal> min{};
  std::optional<Decimal> max{};
  Excess excess = Excess::refuse;
  std::vector<std::array<std::string, 2>> option_labels{};  ///< Of each option in turn, without marks (vi, en); empty if none has one.

  /// The place of the option that is labelled so, in any case and with or without marks.
  CHISO_INLINE std::optional<std::size_t> option_labelled(std::string_view label) const;
};

/// A number with a name that expressions read; by what it depends on, it has values (SPEC 4). What every expression that reads it asks is
/// found once, however many values it has.
class Parameter {
 public:
  enum class By : std::uint8_t { nothing, choice, block, period };
  /// `measure` is that of a choice; `otherwise` is for every key without a value, or its only value if it depends on nothing. Of a key that
  /// stands twice the first value counts. O(values log values).
  CHISO_INLINE Parameter(std::string name, By by, std::size_t measure, const std::vector<std::pair<std::string, Decimal>>& values,
                         std::optional<Decimal> otherwise);

  const std::string& name() const { return name_; }
  By by() const { return by_; }
  std::size_t measure() const { return measure_; }
  const std::optional<Decimal>& otherwise() const { return otherwise_; }
  /// Its value for an option, a block or a period; empty if it has none. O(log values).
  CHISO_INLINE std::optional<Decimal> of(std::string_view key) const;
  /// The least and greatest of its values; empty if it has none.
  const std::optional<Decimal>& least() const { return least_; }
  const std::optional<Decimal>& most() const { return most_; }
  int decimals() const { return decimals_; }
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
  Measures() = default;
  CHISO_INLINE explicit Measures(std::vector<Measure> measures);
  CHISO_INLINE std::optional<std::size_t> find(std::string_view name) const;
  std::size_t size() const { return list_.size(); }
  const Measure& operator[](std::size_t index) const { return list_[index]; }
  auto begin() const { return list_.begin(); }
  auto end() const { return list_.end(); }

 private:
  std::vector<Measure> list_;
  NameList names_{};
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/expr/impl/measure.ipp>
#endif
