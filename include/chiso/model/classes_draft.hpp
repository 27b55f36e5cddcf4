#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/decimal.hpp>
#include <chiso/core/fields.hpp>
#include <chiso/expr/expression.hpp>
#include <chiso/rule/ends.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace chiso::inline CHISO_BUILD {
// The key `classes` of a model (SPEC 6.2).

/// What is classed: the index, published or exact; the points as published; the rank; or the rank as a share of the ranked rows.
enum class ClassOn : std::uint8_t { published, exact, points, rank, rank_share };
constexpr std::array<std::string_view, 5> names_of(ClassOn) { return {"published", "exact", "points", "rank", "rank_share"}; }

struct BandDraft {
  std::string id;
  std::optional<Decimal> above{};
  std::optional<Decimal> from{};
  std::optional<Decimal> below{};
  std::optional<Decimal> to{};
  std::optional<Truth> requirement{};
  About about{};
  template <class T = BandDraft>
  static constexpr auto fields() {
    return std::tuple{required("id", &T::id, {"of the class", "của mức xếp loại"}),
                      optional("above", &T::above, {"lower end, itself outside", "giới hạn dưới, không tính giá trị giới hạn"}),
                      optional("from", &T::from, {"lower end, itself inside", "giới hạn dưới, tính cả giá trị giới hạn"}),
                      optional("below", &T::below, {"upper end, itself outside", "giới hạn trên, không tính giá trị giới hạn"}),
                      optional("to", &T::to, {"upper end, itself inside", "giới hạn trên, tính cả giá trị giới hạn"}),
                      optional("requires", &T::requirement,
                               {"what the class asks for besides; where it is not true the bands behind it are read",
                                "điều kiện kèm theo của mức; nếu không đúng thì xét các mức sau"})};
  }
  Ends ends() const { return {above, from, below, to}; }
};

/// The ids of one or more criteria: in files a text, or a list of them.
struct Ids : std::vector<std::string> {
  using vector::vector;
  CHISO_INLINE Ids(const char* one);
  CHISO_INLINE Ids(std::string one);
};
struct VetoDraft {
  std::optional<Truth> when{};
  std::optional<Ids> criterion{};
  std::optional<Decimal> below{};
  std::optional<int> at_least{};
  std::string at_most;
  About about{};
  template <class T = VetoDraft>
  static constexpr auto fields() {
    return std::tuple{
        optional("when", &T::when, {"the veto applies if true", "điều kiện khống chế; có hiệu lực nếu đúng"}),
        optional("criterion", &T::criterion,
                 {"it applies if the index of any of these is below",
                  "có hiệu lực nếu chỉ số của một trong các tiêu chí này thấp hơn mức quy định"}),
        optional("below", &T::below, {"the least index that escapes it", "chỉ số thấp nhất không bị khống chế"}),
        optional("at_least", &T::at_least,
                 {"how many of the criteria must be below; 1 if absent", "số tiêu chí phải dưới mức quy định thì khống chế; mặc định 1"}),
        required("at_most", &T::at_most, {"the best class that it leaves", "mức xếp loại cao nhất còn được xếp"})};
  }
};

/// What a quota is a part of: all ranked rows of a block, period and track; or, in its place, those in some classes before any quota.
enum class QuotaBase : std::uint8_t { ranked };
constexpr std::array<std::string_view, 1> names_of(QuotaBase) { return {"ranked"}; }
using QuotaOfDraft = std::variant<QuotaBase, std::vector<std::string>>;

struct QuotaDraft {
  std::string class_id;
  Decimal at_most;
  QuotaOfDraft of{};
  About about{};
  template <class T = QuotaDraft>
  static constexpr auto fields() {
    return std::tuple{
        required("class", &T::class_id, {"the class that only so many may keep", "mức xếp loại bị giới hạn tỷ lệ"}),
        required("at_most", &T::at_most, {"the most that may keep it, in percent", "tỷ lệ tối đa được xếp mức này, tính bằng phần trăm"}),
        optional("of", &T::of,
                 {"of whom: ranked, all ranked units (if absent); or those in these classes before any quota",
                  "tính trên: ranked là mọi đơn vị được xếp hạng (mặc định), hoặc các đơn vị đạt những mức này trước khi áp dụng tỷ lệ"})};
  }
};

struct ClassesDraft {
  ClassOn on = ClassOn::published;
  std::optional<int> decimals{};
  std::vector<BandDraft> bands;
  std::vector<std::pair<std::string, std::vector<BandDraft>>> by_block{};
  std::vector<VetoDraft> vetoes{};
  std::vector<QuotaDraft> quotas{};
  About about{};
  template <class T = ClassesDraft>
  static constexpr auto fields() {
    return std::tuple{
        optional("on", &T::on, {"published, exact, points, rank or rank_share", "published, exact, points, rank hoặc rank_share"}),
        optional("decimals", &T::decimals,
                 {"of what is classed as published, if not publish.decimals or publish.points",
                  "số chữ số thập phân của chỉ số hoặc điểm công bố dùng để xếp loại, nếu khác publish.decimals, publish.points"}),
        required("bands", &T::bands,
                 {"best first; the last takes the rest", "các mức xếp loại, mức tốt nhất trước; mức cuối nhận phần còn lại"}),
        optional("by_block", &T::by_block, {"other bands for a block", "các mức xếp loại riêng cho một khối"}),
        optional("vetoes", &T::vetoes, {"what caps the class", "các điều kiện khống chế xếp loại"}),
        optional("quotas", &T::quotas,
                 {"how many may be in a class, in turn; the others take the next class",
                  "tỷ lệ tối đa của các mức, áp dụng lần lượt; đơn vị "
                  "vượt tỷ lệ xếp vào mức liền sau"})};
  }
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/model/impl/classes_draft.ipp>
#endif
