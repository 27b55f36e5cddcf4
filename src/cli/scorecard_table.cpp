#include <cli/scorecard_table.hpp>

#include <chiso/io/reasons.hpp>
#include <chiso/io/scores.hpp>
#include <cli/text_table.hpp>

namespace chiso_cli {
namespace {
constexpr std::size_t widest_label = 56;

class ScorecardTable {
 public:
  ScorecardTable(const chiso::Model& model, const chiso::Scorecard& card, chiso::Text::Language language)
      : model_(model), card_(card), language_(language) {}

  std::string text() {
    for (std::size_t i = 0; i < model_.criteria(); ++i) criterion(card_.lines[i]);
    side(chiso::NodeKind::bonus, model_.bonus_cap(), card_.tally.bonus, "Bonus");
    side(chiso::NodeKind::penalty, model_.penalty_cap(), card_.tally.penalty, "Penalty");
    table_.rule();
    table_.add({"", "Total", points(card_.tally.achieved), points(card_.tally.applicable), points(model_.points().quanta),
                index(card_.index), card_.tally.complete ? "" : "incomplete", ""});
    return table_.text();
  }

 private:
  std::string points(std::int64_t quanta) const { return published(chiso::Points{quanta}, model_).text(); }
  static std::string index(const std::optional<chiso::Index>& index) { return index ? index->published().text() : "-"; }
  static std::string state(const chiso::ScoreLine& line) {
    if (!line.state || *line.state == chiso::ItemState::scored) return "";
    std::string out(name_of(*line.state));
    for (auto& c : out)
      if (c == '_') c = ' ';
    return out;
  }
  std::string label(const chiso::Criterion& node, int depth) const {
    return std::string(2 * static_cast<std::size_t>(depth), ' ') + label_of(node.about, node.id, language_);
  }

  void criterion(const chiso::ScoreLine& line) {
    const auto& node = model_.nodes()[line.node];
    const bool counts = line.tally.applicable > 0;
    table_.add({node.number, label(node, node.depth), counts ? points(line.tally.achieved) : "-",
                counts ? points(line.tally.applicable) : "-", points(node.points.quanta), index(line.index), state(line),
                reason_words(model_, line)});
  }
  void side(chiso::NodeKind kind, const std::optional<chiso::Points>& cap, std::int64_t total, const std::string& title) {
    if (!cap) return;
    table_.add({"", title, points(total), "", points(cap->quanta), "", "", ""});
    for (auto i = model_.criteria(); i < model_.nodes().size(); ++i) {
      const auto& node = model_.nodes()[i];
      const auto& line = card_.lines[i];
      if (node.kind != kind) continue;
      table_.add({node.number, label(node, 1), points(line.tally.achieved), "", points(node.points.quanta), "", state(line),
                  reason_words(model_, line)});
    }
  }

  const chiso::Model& model_;
  const chiso::Scorecard& card_;
  chiso::Text::Language language_;
  TextTable table_{{{"No."},
                    {.title = "Criterion", .most = widest_label},
                    {"Points", TextTable::Align::right},
                    {"Of", TextTable::Align::right},
                    {"Most", TextTable::Align::right},
                    {"Index", TextTable::Align::right},
                    {"State"},
                    {"Reason"}}};
};
}

std::string table_of(const chiso::Model& model, const chiso::Scorecard& card, chiso::Text::Language language) {
  return ScorecardTable(model, card, language).text();
}

std::string label_of(const chiso::About& about, const std::string& id, chiso::Text::Language language) {
  return about.label ? std::string(about.label->in(language)) : id;
}
}
