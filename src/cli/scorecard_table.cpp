#include <cli/scorecard_table.hpp>

#include <array>
#include <chiso/io/reasons.hpp>
#include <chiso/io/scores.hpp>
#include <cli/text_table.hpp>
#include <io/words.hpp>

namespace chiso_cli {
namespace {
constexpr std::size_t widest_label = 56;

using chiso::Words;
constexpr std::array<Words, 5> words_of(chiso::ItemState) {
  return {{{.en = "scored", .vi = "đã chấm"},
           {.en = "undefined", .vi = "không tính được"},
           {.en = "missing", .vi = "thiếu số liệu"},
           {.en = "not applicable", .vi = "không áp dụng"},
           {.en = "stated", .vi = "ghi trực tiếp"}}};
}

class ScorecardTable : chiso::InLanguage {
 public:
  ScorecardTable(const chiso::Model& model, const chiso::Scorecard& card, chiso::Text::Language language)
      : InLanguage(language), model_(model), card_(card) {}

  std::string text() {
    for (std::size_t i = 0; i < model_.criteria(); ++i) criterion(card_.lines[i]);
    side(chiso::NodeKind::bonus, model_.bonus_cap(), card_.tally.bonus, {.en = "Bonus", .vi = "Điểm thưởng"});
    side(chiso::NodeKind::penalty, model_.penalty_cap(), card_.tally.penalty, {.en = "Penalty", .vi = "Điểm trừ"});
    table_.rule();
    table_.add({"", in({.en = "Total", .vi = "Tổng cộng"}), points(card_.tally.achieved), points(card_.tally.applicable),
                points(model_.points().quanta), index(card_.index),
                card_.tally.complete ? "" : in({.en = "incomplete", .vi = "chưa đầy đủ"}), ""});
    return table_.text();
  }

 private:
  std::string points(std::int64_t quanta) const { return number_words(published(chiso::Points{quanta}, model_), language_); }
  std::string index(const std::optional<chiso::Index>& index) const { return index ? number_words(index->published(), language_) : "-"; }
  std::string state(const chiso::ScoreLine& line) const {
    if (!line.state || *line.state == chiso::ItemState::scored) return "";
    return in(words_of(*line.state)[static_cast<std::size_t>(*line.state)]);
  }
  std::string label(const chiso::Criterion& node, int depth) const {
    return std::string(2 * static_cast<std::size_t>(depth), ' ') + label_of(node.about, node.id, language_);
  }

  void criterion(const chiso::ScoreLine& line) {
    const auto& node = model_.nodes()[line.node];
    const bool counts = line.tally.applicable > 0;
    table_.add({node.number, label(node, node.depth), counts ? points(line.tally.achieved) : "-",
                counts ? points(line.tally.applicable) : "-", points(node.points.quanta), index(line.index), state(line),
                reason_words(model_, line, language_)});
  }
  void side(chiso::NodeKind kind, const std::optional<chiso::Points>& cap, std::int64_t total, const Words& title) {
    if (!cap) return;
    table_.add({"", in(title), points(total), "", points(cap->quanta), "", "", ""});
    for (auto i = model_.criteria(); i < model_.nodes().size(); ++i) {
      const auto& node = model_.nodes()[i];
      const auto& line = card_.lines[i];
      if (node.kind != kind) continue;
      table_.add({node.number, label(node, 1), points(line.tally.achieved), "", points(node.points.quanta), "", state(line),
                  reason_words(model_, line, language_)});
    }
  }

  const chiso::Model& model_;
  const chiso::Scorecard& card_;
  TextTable table_{{{in({.en = "No.", .vi = "STT"})},
                    {.title = in({.en = "Criterion", .vi = "Tiêu chí"}), .most = widest_label},
                    {in({.en = "Points", .vi = "Đạt được"}), TextTable::Align::right},
                    {in({.en = "Of", .vi = "Áp dụng"}), TextTable::Align::right},
                    {in({.en = "Most", .vi = "Tối đa"}), TextTable::Align::right},
                    {in({.en = "Index", .vi = "Chỉ số"}), TextTable::Align::right},
                    {in({.en = "State", .vi = "Trạng thái"})},
                    {in({.en = "Reason", .vi = "Lý do"})}}};
};
}

std::string table_of(const chiso::Model& model, const chiso::Scorecard& card, chiso::Text::Language language) {
  return ScorecardTable(model, card, language).text();
}
}
