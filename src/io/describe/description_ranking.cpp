#include <algorithm>
#include <io/describe/description.hpp>
#include <io/words/rule_words.hpp>
#include <io/words/veto_words.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::array<Words, 2> words_of(RankKey) {
  return {{{.en = "indices compared exactly, never rounded", .vi = "so sánh chỉ số chưa làm tròn"},
           {.en = "indices compared as published", .vi = "so sánh chỉ số công bố"}}};
}
constexpr std::array<Words, 3> words_of(Ties) {
  return {{{.en = "The same rank, and as many ranks after it are left out (1, 1, 3).",
            .vi = "Xếp cùng hạng, bỏ trống các hạng tiếp theo tương ứng (1, 1, 3)."},
           {.en = "The same rank, and none is left out (1, 1, 2).", .vi = "Xếp cùng hạng, không bỏ trống hạng tiếp theo (1, 1, 2)."},
           {.en = "Ranked by the name of the unit (1, 2, 3).", .vi = "Xếp hạng lần lượt theo tên đơn vị (1, 2, 3)."}}};
}
constexpr std::array<Words, 5> words_of(ClassOn) {
  return {{{.en = "By the index as published (decimals: {decimals}).", .vi = "Theo chỉ số công bố, lấy {decimals} chữ số thập phân."},
           {.en = "By the index, not rounded.", .vi = "Theo chỉ số chưa làm tròn."},
           {.en = "By the points as published (decimals: {decimals}): achieved, with bonus and penalty.",
            .vi = "Theo điểm công bố, gồm điểm đạt được, điểm thưởng, điểm trừ, lấy {decimals} chữ số thập phân."},
           {.en = "By the rank in the block.", .vi = "Theo thứ hạng trong khối."},
           {.en = "By the rank in the block, as a share of the ranked units (0 to 1).",
            .vi = "Theo thứ hạng trong khối chia cho số đơn vị được xếp hạng (từ 0 đến 1)."}}};
}

/// Describes ranking, classes and vetoes.
class RankingDescription : InLanguage {
 public:
  RankingDescription(const Model& model, Language language)
      : InLanguage(language), model_(model), draft_(model.draft()), expressions_(model, language) {}

  std::vector<DescriptionSection> run() {
    std::vector<DescriptionSection> out{ranking()};
    if (!draft_.classes) return out;
    out.push_back(bands(draft_.classes->bands, in({.en = "Classes", .vi = "Xếp loại"})));
    out.back().remarks = remarks_of(draft_.classes->about, language_);
    out.back().remarks.insert(out.back().remarks.begin(), basis());
    for (const auto& [block, own] : draft_.classes->by_block)
      out.push_back(bands(own, in({.en = "Classes of: {block}", .vi = "Xếp loại: {block}"}, label_in(*draft_.blocks, block, language_))));
    if (!draft_.classes->vetoes.empty()) out.push_back(vetoes());
    if (!draft_.classes->quotas.empty()) out.push_back(quotas());
    return out;
  }

 private:
  template <class E>
  std::string named(E value) const {
    return in(words_of(value)[static_cast<std::size_t>(value)]);
  }
  std::string name_of_node(std::size_t at) const {
    const auto& node = model_.nodes()[at];
    return numbered(node.number, label_of(node.about, node.id, language_));
  }

  DescriptionSection ranking() {
    DescriptionSection out{.part = DescriptionPart::ranking, .title = in({.en = "Ranking", .vi = "Xếp hạng"})};
    out.remarks = remarks_of(draft_.ranking.about, language_);
    const auto add = [&](const Words& name, std::string text) { out.rows.push_back({.name = in(name), .rule = {std::move(text), {}}}); };
    add({.en = "Order", .vi = "Thứ tự"}, in({.en = "Within each block, period and track, the highest index first; {how}.",
                                             .vi = "Trong từng khối, từng kỳ và từng bước chấm, chỉ số cao xếp trước; {how}."},
                                            named(draft_.ranking.key)));
    if (!model_.tie_break().empty()) add({.en = "Equal indices", .vi = "Chỉ số bằng nhau"}, tie_breaks());
    add({.en = "Ties", .vi = "Đồng hạng"}, named(draft_.ranking.ties));
    add({.en = "Not ranked", .vi = "Không xếp hạng"},
        in({.en = "Units that are marked as not ranked, whose result is incomplete, or that have no index.",
            .vi = "Đơn vị được ghi là không xếp hạng, chưa đủ số liệu hoặc không có chỉ số."}));
    return out;
  }

  std::string tie_breaks() {
    const auto& list = model_.tie_break();
    const bool by_indices = std::none_of(list.begin(), list.end(), [](const TieBreak& one) { return one.value.has_value(); });
    std::vector<std::string> names;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!list[i].value) {
        const auto name = name_of_node(list[i].criterion);
        names.push_back(by_indices ? name : in({.en = "the index of {}", .vi = "chỉ số của {}"}, quoted_name(name)));
        continue;
      }
      const auto& written = std::get<TieBreakDraft>(draft_.ranking.tie_break[i]);
      const auto value = written.about.label ? std::string(written.about.label->in(language_))
                                             : expressions_.of(written.value, Type::number).in_sentence();
      names.push_back(written.order == ValueOrder::ascending ? in({.en = "{}, the lower first", .vi = "{}, thấp hơn xếp trước"}, value)
                                                             : in({.en = "{}, the higher first", .vi = "{}, cao hơn xếp trước"}, value));
    }
    return by_indices
               ? in({.en = "The indices of these decide, in turn: {names}", .vi = "Xét lần lượt chỉ số của: {names}"}, joined(names, "; "))
               : in({.en = "These decide, in turn: {names}", .vi = "Xét lần lượt: {names}"}, joined(names, "; "));
  }

  std::string basis() const {
    return in(words_of(draft_.classes->on)[static_cast<std::size_t>(draft_.classes->on)], std::to_string(model_.classes()->decimals));
  }

  /// What is classed, and where it can be: whole numbers if it is published without decimals, and ranks, which begin at 1.
  KnownValues known_results() const {
    const auto& publish = draft_.publish;
    const auto decimals = model_.classes()->decimals;
    const auto rounded = [&](const Decimal& number) { return Rational(number).rounded(decimals, publish.rounding); };
    const auto most = [](const Decimal& number) { return std::optional(Cut{number, true}); };
    KnownValues out;
    out.within.lower = Cut{};
    switch (draft_.classes->on) {
      case ClassOn::rank: out = {.whole = true, .least = Decimal(1), .within = {Cut{Decimal(1), false}, {}}}; break;
      case ClassOn::rank_share: out.within.upper = most(Decimal(1)); break;
      case ClassOn::exact:
        if (!publish.may_exceed_100) out.within.upper = most(publish.scale);
        break;
      case ClassOn::published:
        out.whole = decimals == 0;
        if (!publish.may_exceed_100) out.within.upper = most((std::max)(publish.scale, rounded(publish.scale)));
        break;
      case ClassOn::points: {
        const auto of = [&](std::int64_t quanta) { return rounded(as_decimal(Points{quanta}, model_.point_decimals())); };
        out.whole = decimals == 0;
        out.within = {Cut{of(-model_.penalty_cap().value_or(Points{}).quanta), false},
                      most(of(model_.points().quanta + model_.bonus_cap().value_or(Points{}).quanta))};
        break;
      }
    }
    return out;
  }
  DescriptionSection bands(const std::vector<BandDraft>& bands, std::string title) {
    DescriptionSection out{.part = DescriptionPart::classes, .title = std::move(title)};
    std::vector<Range> ranges;
    std::vector<bool> asks_more;
    for (const auto& band : bands) {
      ranges.push_back(range_of(band.ends()));
      asks_more.push_back(band.requirement.has_value());
    }
    const auto in_force = ends_in_force(ranges, known_results(), asks_more);
    for (std::size_t i = 0; i < bands.size(); ++i) {
      DescriptionRow row{
          .id = bands[i].id, .name = label_of(bands[i].about, bands[i].id, language_), .rule = {ends_words(in_force[i], language_), {}}};
      if (bands[i].requirement)
        row.rule.text +=
            in({.en = ", where {}", .vi = ", với điều kiện {}"}, expressions_.of(*bands[i].requirement, Type::truth).in_sentence());
      add_remarks(row, bands[i].about, language_);
      out.rows.push_back(std::move(row));
    }
    return out;
  }

  DescriptionSection vetoes() {
    DescriptionSection out{.part = DescriptionPart::vetoes, .title = in({.en = "Limits of the class", .vi = "Khống chế xếp loại"})};
    for (std::size_t i = 0; i < draft_.classes->vetoes.size(); ++i) {
      const auto& veto = draft_.classes->vetoes[i];
      const auto conditions = veto_words(model_, i, expressions_, language_);
      const auto say = [&](std::string_view hole) -> HoleText {
        return {.phrase = {hole == "class" ? quoted_name(label_in(draft_.classes->bands, veto.at_most, language_)) : conditions, {}}};
      };
      DescriptionRow row{
          .name = veto.about.label ? std::string(veto.about.label->in(language_))
                                   : in({.en = "Limit ", .vi = "Điều kiện "}) + std::to_string(i + 1),
          .rule = fill(in({.en = "At most {class} where {conditions}", .vi = "Không quá loại {class} nếu {conditions}"}), say)};
      add_remarks(row, veto.about, language_);
      out.rows.push_back(std::move(row));
    }
    return out;
  }

  DescriptionSection quotas() const {
    DescriptionSection out{.part = DescriptionPart::quotas,
                           .title = in({.en = "How many may be in a class", .vi = "Tỷ lệ tối đa của từng mức"})};
    const auto class_name = [&](const std::string& id) { return label_in(draft_.classes->bands, id, language_); };
    for (const auto& quota : draft_.classes->quotas) {
      constexpr Words of_ranked{"{0} % of the ranked units of the block", "{0}% số đơn vị được xếp hạng trong khối"},
          of_classes{"{0} % of the units in {1}, before such limits", "{0}% số đơn vị đạt mức {1} (trước khi áp dụng tỷ lệ tối đa)"};
      Arguments arguments{number_words(quota.at_most, language_)};
      const auto* classes = std::get_if<std::vector<std::string>>(&quota.of);
      if (classes != nullptr) {
        std::vector<std::string> names;
        for (const auto& id : *classes) names.push_back(quoted_name(class_name(id)));
        arguments.emplace_back(joined(names, in({.en = " or ", .vi = " hoặc "})));
      }
      DescriptionRow row{.name = class_name(quota.class_id),
                         .rule = {to_text(classes == nullptr ? of_ranked : of_classes, arguments, language_), {}}};
      add_remarks(row, quota.about, language_);
      out.rows.push_back(std::move(row));
    }
    out.remarks.push_back(
        in({.en = "The number is rounded down. By rank, those beyond it take the next class; those of one rank stay together.",
            .vi = "Số đơn vị tính theo tỷ lệ được làm tròn xuống. Xét theo thứ hạng, đơn vị vượt tỷ lệ xếp vào mức liền sau; "
                  "các đơn vị đồng hạng được xét chung."}));
    return out;
  }

  const Model& model_;
  const ModelDraft& draft_;
  ExpressionWords expressions_;
};
}

std::vector<DescriptionSection> ranking_sections(const Model& model, Language language) {
  return RankingDescription(model, language).run();
}
}
