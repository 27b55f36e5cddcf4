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
/// What is classed. A row without it has no class.
enum class ClassOn : std::uint8_t {
  published,  ///< The index, rounded once.
  exact,      ///< The index as an exact fraction.
  points,     ///< Points achieved with bonus and penalty, not held within 0 and the most, rounded once; none where there is no index.
  rank,       ///< The competition rank, from 1.
  rank_share  ///< The competition rank / the number of ranked rows: above 0, at most 1.
};
constexpr std::array<std::string_view, 5> names_of(ClassOn) { return {"published", "exact", "points", "rank", "rank_share"}; }

/// A class and the values that it takes: a lower end, an upper end or both; only the last band has none.
struct BandDraft {
  std::string id;                  ///< Of the class (is_id); unique in its list.
  std::optional<Decimal> above{};  ///< Lower end, itself outside.
  std::optional<Decimal> from{};   ///< Lower end, itself inside; given in place of `above`.
  std::optional<Decimal> below{};  ///< Upper end, itself outside.
  std::optional<Decimal> to{};     ///< Upper end, itself inside; given in place of `below`.
  /// `requires` in files: where it is false the bands behind are read, where it is missing the row has no class. Never on the last band.
  OptionalBox<Truth> requirement{};
  About about{};  ///< Its label, note, source and meta.
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
  /// The four ends.
  Ends ends() const { return {above, from, below, to}; }
};

/// The ids of one or more criteria: in files a text, or a list of them.
struct Ids : std::vector<std::string> {
  using vector::vector;
  /// One id.
  CHISO_INLINE Ids(const char* one);
  /// One id.
  CHISO_INLINE Ids(std::string one);
};
/// What caps the class: a condition, criteria whose index is below a number, or both together. One that is not applicable or undefined does
/// not hold; a missing one leaves the row without a class.
struct VetoDraft {
  std::optional<Truth> when{};     ///< It holds where this is true.
  std::optional<Ids> criterion{};  ///< It holds where the index of one of these is below `below`, or of `at_least` of them.
  std::optional<Decimal> below{};  ///< Given with `criterion`: the least index that escapes.
  std::optional<int> at_least{};   ///< How many of the criteria must be below, from 1 to their number; absent: 1.
  std::string at_most;             ///< The best class that it leaves; one of every list of bands.
  About about{};                   ///< Its label, note, source and meta.
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
enum class QuotaBase : std::uint8_t {
  ranked  ///< All ranked rows.
};
constexpr std::array<std::string_view, 1> names_of(QuotaBase) { return {"ranked"}; }
/// That, or the ids of classes.
using QuotaOfDraft = std::variant<QuotaBase, std::vector<std::string>>;

/// How many of the ranked rows of a block, period and track may keep a class. The others, in order of rank, take the next class of their
/// list; rows that are level across the edge are all held back.
struct QuotaDraft {
  std::string class_id;  ///< `class` in files: one of every list of bands, and the last of none.
  Decimal at_most;       ///< From 0 to 100 percent; the number that it comes to is cut to a whole one.
  QuotaOfDraft of{};     ///< What the percentage is of.
  About about{};         ///< Its label, note, source and meta.
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

/// The key `classes` of a model: bands, what caps them, and how many may be in one.
struct ClassesDraft {
  ClassOn on = ClassOn::published;  ///< What is classed.
  /// To how many an index or points are rounded before they are classed, from 0 to 9; absent: as published. Of `published` and `points`
  /// only.
  std::optional<int> decimals{};
  std::vector<BandDraft> bands;  ///< Best first, read in order; at least one, of which the last takes the rest.
  std::vector<std::pair<std::string, std::vector<BandDraft>>> by_block{};  ///< By name of a declared block: its bands, in place of these.
  std::vector<VetoDraft> vetoes{};                                         ///< Each may cap the class.
  std::vector<QuotaDraft> quotas{};                                        ///< In turn, after the vetoes.
  About about{};                                                           ///< Its label, note, source and meta.
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
