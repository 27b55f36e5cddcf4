#include <algorithm>
#include <io/explain/missing_list.hpp>
#include <io/words/class_words.hpp>
#include <io/words/missing_words.hpp>
#include <tuple>

// The order and the words of lists of what is missing.
namespace chiso::inline CHISO_BUILD {
std::vector<Missing::Cell> listed_cells(const Missing& missing, MissingBy by) {
  const auto& evidence = missing.ranked.scores().evidence();
  const auto units = evidence.unit_of_row(), periods = evidence.period_of_row();
  const auto tracks = evidence.track_of_row();
  const auto of_row = [&](const Missing::Cell& cell) { return std::tuple(units[cell.row], periods[cell.row], tracks[cell.row]); };
  const auto input = [&](const Missing::Cell& cell) -> const MissingInput& { return missing.asks[cell.ask].input; };
  auto out = missing.cells;
  if (by == MissingBy::unit)
    std::sort(out.begin(), out.end(), [&](const auto& a, const auto& b) {
      const auto row_a = of_row(a), row_b = of_row(b);
      return row_a != row_b ? row_a < row_b : input(a) < input(b);
    });
  else
    std::sort(out.begin(), out.end(),
              [&](const auto& a, const auto& b) { return input(a) != input(b) ? input(a) < input(b) : of_row(a) < of_row(b); });
  return out;
}

MissingListWords::MissingListWords(const Missing& missing, Language language)
    : InLanguage(language),
      missing_(missing),
      model_(missing.ranked.scores().model()),
      values_(model_, Names::labels, language),
      class_ids_(class_ids(model_)) {
  const auto& absent = missing.ranked.scores().resolved().batch().absent_tables;
  for (std::size_t table = 0; table < absent.size(); ++table)
    if (absent[table]) tables_not_given_.push_back(table);
}

std::string MissingListWords::label(const MissingInput& input) const {
  if (input.from == Op::measure) return values_.expressions().measure(input.place);
  return missing_elsewhere_words(values_, model_, {.from = input.from, .place = input.place}, tables_not_given_, language_);
}
std::string MissingListWords::name(const MissingInput& input) const {
  const auto& derived = model_.derived();
  switch (input.from) {
    case Op::measure: return model_.measures()[input.place].name;
    case Op::previous_measure: return model_.measures()[derived.previous[input.place]].name;
    case Op::parameter: return derived.parameters[input.place].name();
    case Op::previous_parameter: return derived.parameters[derived.previous_parameters[input.place]].name();
    case Op::below: return derived.tables[derived.below[input.place].table].name;
    case Op::previous_below: return derived.tables[derived.below[derived.previous_below[input.place]].table].name;
    default: return "";
  }
}
std::string MissingListWords::waiting(const MissingAsk& ask, std::size_t row) const {
  std::vector<std::string> out;
  for (const auto& [kind, index] : ask.waiting) {
    if (kind == Reader::Kind::item) {
      const auto& node = model_.nodes()[model_.items()[index]];
      out.push_back(numbered(node.number, label_of(node.about, node.id, language_)));
    } else if (kind == Reader::Kind::veto) {
      const auto& label = model_.draft().classes->vetoes[index].about.label;
      out.push_back(
          in({.en = "the veto {}", .vi = "điều kiện khống chế {}"}, label ? quoted_name(label->in(language_)) : std::to_string(index + 1)));
    } else {
      const auto block = missing_.ranked.scores().evidence().block(row);
      out.push_back(in({.en = "what the class {} asks for besides", .vi = "điều kiện kèm theo của mức {}"},
                       quoted_name(class_words(model_, block, class_ids_[index], language_))));
    }
  }
  return joined(out, "; ");
}
}
