#include <io/describe/description.hpp>
#include <io/words/expression_words.hpp>
#include <utility>

namespace chiso::inline CHISO_BUILD {
namespace {
/// Fills in the words of checks, from their headers (model/checks).
class Checks : InLanguage {
 public:
  Checks(const Model& model, Language language) : InLanguage(language), model_(model), expressions_(model, language) {}

  DescriptionSection run() {
    DescriptionSection out{.part = DescriptionPart::checks, .title = in({.en = "Checks of the evidence", .vi = "Kiểm tra số liệu"})};
    for (const auto& draft : model_.draft().checks)
      std::visit([&](const auto& check) { out.rows.push_back(row(check)); }, static_cast<const AnyCheck&>(draft));
    return out;
  }

 private:
  template <class C>
  DescriptionRow row(const C& check) {
    DescriptionRow out{.id = check.id, .name = label_of(check.about, check.id, language_)};
    out.rule = fill(C::words.in(language_), [&](std::string_view hole) {
      HoleText said;
      for_each_field<C>([&](const auto& field) {
        if (field.name == hole) said = member(check.*field.member);
      });
      return said;
    });
    if (check.applies_when)
      out.conditions.push_back(in({.en = "Judged only where {when}", .vi = "Chỉ kiểm tra khi: {when}"},
                                  expressions_.of(*check.applies_when, Type::truth).in_sentence()));
    if (check.severity == Severity::warning) out.conditions.push_back(in({.en = "Only a warning", .vi = "Chỉ cảnh báo"}));
    add_remarks(out, check.about, language_);
    return out;
  }
  template <Type Of>
  HoleText member(const Typed<Of>& expression) {
    return {.phrase = {expressions_.of(expression, Of).in_sentence(), {}}};
  }
  HoleText member(const Decimal& number) const { return {.phrase = {number_words(number, language_), {}}}; }
  HoleText member(int number) const { return {.phrase = {std::to_string(number), {}}}; }
  HoleText member(const std::vector<std::string>& measures) const {
    HoleText out;
    for (const auto& name : measures) out.phrase.items.push_back({expressions_.measure(name), {}});
    return out;
  }
  template <class Other>
  HoleText member(const Other&) const {
    return {.given = false};
  }

  const Model& model_;
  ExpressionWords expressions_;
};
}

DescriptionSection checks_of(const Model& model, Language language) { return Checks(model, language).run(); }
}
