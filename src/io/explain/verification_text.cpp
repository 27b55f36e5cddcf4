#include <chiso/core/fields.hpp>
#include <chiso/io/explain/verification.hpp>
#include <io/explain/explanation_sheet.hpp>
#include <io/json/model_identity.hpp>
#include <io/words/class_words.hpp>
#include <io/words/labels.hpp>

// What was published beside what was computed, in words.
namespace chiso::inline CHISO_BUILD {
namespace {
using Section = Page::Section;
using Kind = Page::Head::Kind;

class VerificationWords : InLanguage {
 public:
  VerificationWords(const Ranked& ranked, const Verification& of, Language language)
      : InLanguage(language), scores_(ranked.scores()), model_(scores_.model()), of_(of) {}

  Page sheet() const {
    Page out{.model = name_of_model(model_, language_),
             .title = in({.en = "What was published, beside what was computed", .vi = "Đối chiếu kết quả đã công bố"}),
             .identity = identity_words(model_, language_)};
    out.sentences.push_back(
        count(of_.rows, {.en = "row", .vi = "dòng"}, {.en = "rows", .vi = "dòng"}) + ", " +
        count(of_.figures, {.en = "published figure", .vi = "số đã công bố"}, {.en = "published figures", .vi = "số đã công bố"}) + ": " +
        (of_.differences.empty() ? in({.en = "none differs from what was computed", .vi = "không có số nào khác kết quả tính"})
                                 : in(Words{"{0} not as computed", "{0} số khác kết quả tính"}, std::to_string(of_.differences.size()))));
    if (!of_.differences.empty()) out.sections.push_back(differences());
    if (auto section = not_published(); !section.sentences.empty()) out.sections.push_back(std::move(section));
    return out;
  }

 private:
  std::string count(std::size_t number, const Words& one, const Words& several) const {
    return std::to_string(number) + " " + in(number == 1 ? one : several);
  }
  Page::Head head(const Words& title, Kind kind) const { return {in(title), kind}; }
  Page::Head figure(const Words& title) const { return {in(title), Kind::figure}; }

  Section differences() const {
    Section out{.title = in({.en = "Figures that differ", .vi = "Các số khác kết quả tính"})};
    out.heads = {head(labels::number, Kind::number),
                 head(labels::unit, Kind::name),
                 head({.en = "Figure", .vi = "Nội dung"}, Kind::state),
                 figure({.en = "Published", .vi = "Đã công bố"}),
                 figure({.en = "Should be", .vi = "Đúng phải là"}),
                 {in({.en = "Likely because", .vi = "Nguyên nhân có thể"}), Kind::reason}};
    for (const auto& one : of_.differences)
      out.rows.push_back(
          {.cells = {std::to_string(out.rows.size() + 1), name_of_row(scores_, one.row, language_), figure_words(one.figure),
                     value(one, one.published, one.published_class), value(one, one.expected, one.expected_class), cause_words(one)}});
    return out;
  }
  std::string value(const PublishedDifference& of, const std::optional<Decimal>& number, std::string_view class_id) const {
    if (number) return number_words(*number, language_);
    return class_id.empty() ? std::string("-") : class_words(model_, scores_.evidence().block(of.row), class_id, language_);
  }
  std::string figure_words(PublishedFigure figure) const {
    switch (figure) {
      case PublishedFigure::index: return in({.en = "index", .vi = "chỉ số"});
      case PublishedFigure::rank: return in({.en = "rank", .vi = "thứ hạng"});
      case PublishedFigure::class_: break;
    }
    return in({.en = "class", .vi = "xếp loại"});
  }
  std::string rounding_words(RoundedAs how) const {
    switch (how) {
      case RoundedAs::half_up: return in({.en = "half up", .vi = "thông thường (từ 5 trở lên thì tăng)"});
      case RoundedAs::half_even: return in({.en = "half to even", .vi = "nửa về số chẵn"});
      case RoundedAs::down: return in({.en = "down (cut off)", .vi = "xuống (cắt bỏ phần lẻ)"});
      case RoundedAs::up: break;
    }
    return in({.en = "up", .vi = "lên"});
  }
  std::string cause_words(const PublishedDifference& of) const {
    switch (of.cause) {
      case PublishedCause::rounding: {
        const auto how = in(Words{"rounded {0}", "làm tròn {0}"}, rounding_words(*of.rounding));
        if (*of.decimals == model_.publish().decimals) return how;
        return how + in(Words{*of.decimals == 1 ? ", to {0} decimal" : ", to {0} decimals", ", đến {0} chữ số thập phân"},
                        std::to_string(*of.decimals));
      }
      case PublishedCause::full_points:
        return in({.en = "divided by all points: what does not apply was counted as nothing earned",
                   .vi = "chia cho toàn bộ điểm tối đa: tiêu chí không áp dụng bị tính 0 điểm"});
      case PublishedCause::points: return in({.en = "the points earned, not the index", .vi = "ghi điểm đạt được thay cho chỉ số"});
      case PublishedCause::adjustments: return in({.en = "bonus and penalty left out", .vi = "chưa tính điểm thưởng, điểm trừ"});
      case PublishedCause::held: return in({.en = "not held at the end of the scale", .vi = "không giữ trong giới hạn của thang điểm"});
      case PublishedCause::ties: return in({.en = "equals are counted otherwise", .vi = "đánh số các đơn vị bằng nhau theo cách khác"});
      case PublishedCause::tie_broken:
        return in({.en = "units that are level were parted", .vi = "xếp hạng khác nhau cho các đơn vị bằng điểm"});
      case PublishedCause::exact_index: return in({.en = "by the index before rounding alone", .vi = "chỉ xét theo chỉ số chưa làm tròn"});
      case PublishedCause::published_index:
        return in({.en = "by the published index alone", .vi = "chỉ xét theo chỉ số đã làm tròn để công bố"});
      case PublishedCause::own_index:
        return in({.en = "follows from the index published here, which differs", .vi = "suy ra từ chỉ số trong bảng này, vốn đã khác"});
      case PublishedCause::unranked:
        return in({.en = "units that are not ranked were counted", .vi = "tính cả các đơn vị không được xếp hạng"});
      case PublishedCause::not_ranked:
        return in({.en = "the unit is incomplete, or not ranked", .vi = "đơn vị chưa đủ số liệu hoặc không được xếp hạng"});
      case PublishedCause::lowered:
        return in({.en = "the class of the index alone: a veto, a requirement or a quota lowers it",
                   .vi = "chỉ xét theo chỉ số: chưa tính điều kiện khống chế, yêu cầu kèm theo hoặc tỷ lệ tối đa"});
      case PublishedCause::unknown: break;
    }
    return in({.en = "not known", .vi = "chưa rõ"});
  }

  Section not_published() const {
    constexpr std::size_t most = 20;
    Section out{.title = in({.en = "What is not published", .vi = "Chưa công bố"})};
    const auto list = [&](const std::vector<std::string>& names) {
      std::string text;
      for (std::size_t i = 0; i < names.size() && i < most; ++i) text.append(i == 0 ? "" : "; ").append(names[i]);
      return names.size() > most ? text + "; …" : text;
    };
    for (const auto figure : of_.absent_columns)
      out.sentences.push_back(in(Words{"The table has no {0}.", "Bảng không có {0}."}, figure_words(figure)));
    std::vector<std::string> names;
    for (const auto& one : of_.unpublished) names.push_back(name_of_row(scores_, one.row, language_) + ": " + figure_words(one.figure));
    if (!names.empty())
      out.sentences.push_back(
          in(Words{"Computed and left blank ({0}): ", "Có kết quả tính nhưng để trống ({0}): "}, std::to_string(names.size())) +
          list(names) + ".");
    names.clear();
    for (const auto row : of_.absent_rows) names.push_back(name_of_row(scores_, row, language_));
    if (!names.empty())
      out.sentences.push_back(
          in(Words{"Scored and not in the table ({0}): ", "Có chấm điểm nhưng không có trong bảng ({0}): "}, std::to_string(names.size())) +
          list(names) + ".");
    if (of_.other_rows > 0)
      out.sentences.push_back(in(Words{"Further rows were scored in blocks, periods or tracks that the table does not have: {0}.",
                                       "Ngoài ra đã chấm {0} dòng ở khối, kỳ hoặc bước chấm không có trong bảng."},
                                 std::to_string(of_.other_rows)));
    return out;
  }

  const Scores& scores_;
  const Model& model_;
  const Verification& of_;
};
}

std::string verification_text(const Ranked& ranked, const Verification& verification, const ExplanationOptions& options,
                              const TextLayout& layout) {
  return text_of(VerificationWords(ranked, verification, options.language).sheet(), layout);
}
std::string verification_fragment(const Ranked& ranked, const Verification& verification, const ExplanationOptions& options) {
  return fragment_of(VerificationWords(ranked, verification, options.language).sheet(), options.language);
}
}
