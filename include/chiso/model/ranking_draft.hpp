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
// The key `ranking` of a model (SPEC 6.1).

/// What ranks compare: exact rationals, or the published figures.
enum class RankKey : std::uint8_t { exact, published };
constexpr std::array<std::string_view, 2> names_of(RankKey) { return {"exact", "published"}; }
/// The ranks of equals: 1,1,3 or 1,1,2 or 1,2,3.
enum class Ties : std::uint8_t { competition, dense, ordinal };
constexpr std::array<std::string_view, 3> names_of(Ties) { return {"competition", "dense", "ordinal"}; }

/// Which of two values comes first.
enum class ValueOrder : std::uint8_t { ascending, descending };
constexpr std::array<std::string_view, 2> names_of(ValueOrder) { return {"ascending", "descending"}; }

/// A value that decides between equals. It is compared exactly; a row without one comes last in both orders.
struct TieBreakDraft {
  Number value;
  ValueOrder order;
  About about{};
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

struct RankingDraft {
  RankKey key = RankKey::exact;
  Ties ties = Ties::competition;
  std::vector<TieBreakerDraft> tie_break{};
  About about{};
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
