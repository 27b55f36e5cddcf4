#pragma once
#include <chiso/model/model.hpp>
#include <io/words/words.hpp>
#include <optional>

namespace chiso::inline CHISO_BUILD {
/// One row of a description: a criterion, an entry, a class, a measure, or a provision.
struct DescriptionRow {
  std::string number{};
  std::string id{};  ///< The id of a criterion, an entry, a class or a measure.
  int depth = 0;
  bool is_group = false;
  std::string name{};
  std::optional<Decimal> points{};
  Phrase rule{};
  std::vector<std::string> conditions{};  ///< How it departs from the general provisions.
  std::vector<std::string> notes{};
  std::vector<std::string> sources{};
};
enum class DescriptionPart : std::uint8_t {
  provisions,
  criteria,
  bonus,
  penalty,
  ranking,
  classes,
  vetoes,
  quotas,
  checks,
  parameters,
  measures
};
constexpr std::array<std::string_view, 11> names_of(DescriptionPart) {
  return {"provisions", "criteria", "bonus", "penalty", "ranking", "classes", "vetoes", "quotas", "checks", "parameters", "measures"};
}
struct DescriptionSection {
  DescriptionPart part = DescriptionPart::criteria;
  std::string title{};
  std::vector<std::string> remarks{};  ///< Notes and sources of the whole section.
  std::vector<DescriptionRow> rows{};
};
/// A model in words, before it is written as a table in some format.
struct Description {
  Language language = Language::vi;
  std::string title{};
  std::string identity{};  ///< Id, version and hash of the model.
  std::vector<std::string> remarks{};
  std::vector<DescriptionSection> sections{};
};
Description description_of(const Model& model, Language language);

// Each section is made in a file of its own.
DescriptionSection provisions_of(const Model& model, Language language);
/// Criteria, then bonus and penalty if there are any.
std::vector<DescriptionSection> criteria_of(const Model& model, Language language);
/// Ranking, then classes and vetoes if there are any.
std::vector<DescriptionSection> ranking_sections(const Model& model, Language language);
/// What must hold of the evidence.
DescriptionSection checks_of(const Model& model, Language language);
/// The numbers that expressions read by name.
DescriptionSection parameters_of(const Model& model, Language language);
/// The evidence that the criteria read: the measures of the model, then those of each table below the units.
std::vector<DescriptionSection> measures_of(const Model& model, Language language);
/// Stands before a source.
inline constexpr Words source_words{"Source: ", "Nguồn: "};
/// Adds notes and sources to a row.
void add_remarks(DescriptionRow& row, const About& about, Language language);
/// Note and source; the source is introduced as one.
std::vector<std::string> remarks_of(const About& about, Language language);
}
