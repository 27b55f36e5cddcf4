#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/expr/expression.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What ranks compare.
enum class RankKey : std::uint8_t {
  exact,     ///< Indices as exact fractions.
  published  ///< Indices as they are published, so that equal figures are level.
};
constexpr std::array<std::string_view, 2> names_of(RankKey) { return {"exact", "published"}; }
/// The ranks of rows that are equal by key and tie-breaks.
enum class Ties : std::uint8_t {
  competition,  ///< 1, 1, 3: one more than the number of rows above.
  dense,        ///< 1, 1, 2: without a gap.
  ordinal       ///< 1, 2, 3: by unit, ascending by bytes.
};
constexpr std::array<std::string_view, 3> names_of(Ties) { return {"competition", "dense", "ordinal"}; }

/// Which of two values comes first.
enum class ValueOrder : std::uint8_t {
  ascending,  ///< The least comes first.
  descending  ///< The greatest comes first.
};
constexpr std::array<std::string_view, 2> names_of(ValueOrder) { return {"ascending", "descending"}; }

/// A value that decides between equals. It is compared exactly, whatever the key; a row without one comes last in both orders.
struct TieBreakDraft {
  Number value;      ///< What decides.
  ValueOrder order;  ///< Which of two values comes first.
  About about{};     ///< Its label, note, source and meta.
  template <class T = TieBreakDraft>
  static constexpr auto fields() {
    return std::tuple{
        required("value", &T::value, {"the number that decides, compared exactly", "giá trị dùng để so sánh, không làm tròn"}),
        required("order", &T::order,
                 {"which value comes first: ascending or descending; a row without one comes last",
                  "thứ tự so sánh: ascending (nhỏ xếp trước) hoặc descending (lớn xếp trước); không có giá trị thì xếp sau"})};
  }
};
/// What decides between equals: the index of a criterion, in files its id; or a value.
using TieBreakerDraft = std::variant<std::string, TieBreakDraft>;

/// The key `ranking` of a model: how the ranked rows of a block, period and track are ranked, by index, the highest first. Every node is
/// ranked likewise by its own index, without tie-breaks.
struct RankingDraft {
  RankKey key = RankKey::exact;              ///< What is compared, of tie-breaks by criteria too.
  Ties ties = Ties::competition;             ///< The ranks of what is still equal.
  std::vector<TieBreakerDraft> tie_break{};  ///< In turn. A criterion decides by its index, the highest first; each at most once.
  About about{};                             ///< Its label, note, source and meta.
  template <class T = RankingDraft>
  static constexpr auto fields() {
    return std::tuple{optional("key", &T::key, {"exact or published", "exact hoặc published"}),
                      optional("ties", &T::ties,
                               {"competition 1,1,3; dense 1,1,2; ordinal 1,2,3 by unit",
                                "competition 1,1,3; dense 1,1,2; ordinal 1,2,3 theo tên đơn vị"}),
                      optional("tie_break", &T::tie_break,
                               {"criteria whose indices, or values that, decide between equals, in turn",
                                "các tiêu chí phụ (so sánh chỉ số) hoặc giá trị, lần lượt xét khi chỉ số bằng nhau"})};
  }
};
}
