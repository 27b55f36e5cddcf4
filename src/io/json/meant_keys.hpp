#pragma once
#include <chiso/core/meant.hpp>
#include <chiso/model/draft.hpp>
#include <span>
#include <type_traits>

// Keys and words of other tools in the files of models, and what is meant. Rules have tables of their own.
namespace chiso::inline CHISO_BUILD {
namespace phrases {
inline constexpr Words within_classes{"classes, which has bands, vetoes and quotas", "classes, là nơi ghi bands, vetoes và quotas"},
    within_adjustments{"adjustments, which has bonus and penalty", "adjustments, là nơi ghi bonus và penalty"},
    within_publish{"publish, which has scale, decimals and rounding", "publish, là nơi ghi scale, decimals và rounding"},
    bands_in_classes{R"({"bands": [...]})", R"({"bands": [...]})"},
    entries_of_side{R"({"cap": ..., "entries": [...]})", R"({"cap": ..., "entries": [...]})"},
    within_ranking{"ranking, which has ties and tie_break", "ranking, là nơi ghi ties và tie_break"};
}
namespace detail {
inline constexpr Meant name_is_label{"name", "label"}, title_is_label{"title", "label"}, text_is_note{"description", "note"};

inline constexpr Meant of_models[] = {{"name", "title"},
                                      {"bonus", phrases::within_adjustments},
                                      {"penalty", phrases::within_adjustments},
                                      {"bands", phrases::within_classes},
                                      {"vetoes", phrases::within_classes},
                                      {"quotas", phrases::within_classes},
                                      {"scale", phrases::within_publish},
                                      {"decimals", phrases::within_publish},
                                      {"rounding", phrases::within_publish},
                                      {"ties", phrases::within_ranking},
                                      {"tie_break", phrases::within_ranking},
                                      {"groups", "criteria"},
                                      {"constants", "parameters"},
                                      text_is_note};
inline constexpr Meant of_criteria[] = {name_is_label,      title_is_label,           {"weight", "points"},     {"max_points", "points"},
                                        {"max", "points"},  {"score", "points"},      {"children", "criteria"}, {"items", "criteria"},
                                        {"at_most", "cap"}, {"when", "applies_when"}, {"if", "applies_when"},   text_is_note};
inline constexpr Meant of_entries[] = {name_is_label,     title_is_label,        {"weight", "points"},     {"max", "points"},
                                       {"cap", "points"}, {"at_most", "points"}, {"when", "applies_when"}, text_is_note};
inline constexpr Meant of_sides[] = {{"max", "cap"}, {"at_most", "cap"}, {"points", "cap"}, {"items", "entries"}, {"criteria", "entries"}};
inline constexpr Meant of_measures[] = {name_is_label,         title_is_label,         {"unit", "measured_in"}, {"units", "measured_in"},
                                        {"values", "options"}, {"choices", "options"}, {"from", "min"},         {"to", "max"},
                                        text_is_note};
inline constexpr Meant of_items[] = {name_is_label, title_is_label, {"value", "id"}, {"text", "label"}};
inline constexpr Meant of_bands[] = {name_is_label,        title_is_label,    {"class", "id"},      {"min", "from"},    {"max", "to"},
                                     {"at_least", "from"}, {"at_most", "to"}, {"when", "requires"}, {"if", "requires"}, text_is_note};
inline constexpr Meant of_tiers[] = {{"min", "from"},   {"max", "to"},       {"at_least", "from"},
                                     {"at_most", "to"}, {"score", "points"}, {"value", "points"}};
inline constexpr Meant of_vetoes[] = {{"class", "at_most"}, {"max", "at_most"}, {"if", "when"}, {"criteria", "criterion"}};
inline constexpr Meant of_quotas[] = {{"max", "at_most"}, {"percent", "at_most"}, {"id", "class"}, {"band", "class"}};

inline constexpr Meant measure_types[] = {{"number", "decimal"},     {"float", "decimal"},  {"double", "decimal"}, {"percent", "decimal"},
                                          {"percentage", "decimal"}, {"int", "count"},      {"integer", "count"},  {"bool", "yes_no"},
                                          {"boolean", "yes_no"},     {"truth", "yes_no"},   {"enum", "choice"},    {"select", "choice"},
                                          {"option", "choice"},      {"options", "choice"}, {"string", "choice"},  {"text", "choice"},
                                          {"datetime", "date"}};
inline constexpr Meant rule_types[] = {{"choice", "options"}, {"bool", "yes_no"},   {"boolean", "yes_no"},      {"bands", "tiers"},
                                       {"levels", "tiers"},   {"ranges", "tiers"},  {"linear", "proportional"}, {"ratio", "proportional"},
                                       {"count", "per_item"}, {"each", "per_item"}, {"penalty", "deduct"},      {"manual", "given"},
                                       {"panel", "given"},    {"sum", "sum_of"},    {"max", "best_of"},         {"best", "best_of"}};
inline constexpr Meant check_types[] = {{"rule", "relation"},   {"condition", "relation"}, {"percent", "stated"}, {"rounded", "stated"},
                                        {"copied", "repeated"}, {"same", "repeated"},      {"outlier", "unusual"}};
inline constexpr Meant of_checks[] = {name_is_label,         title_is_label,         {"when", "applies_when"}, {"if", "applies_when"},
                                      {"level", "severity"}, {"measures", "values"}, {"condition", "holds"},   text_is_note};
}

/// The table of the keys of an object; empty if it has none.
template <class T>
constexpr std::span<const Meant> meant_keys() {
  if constexpr (std::is_same_v<T, ModelDraft>) return detail::of_models;
  if constexpr (std::is_same_v<T, CriterionDraft>) return detail::of_criteria;
  if constexpr (std::is_same_v<T, EntryDraft>) return detail::of_entries;
  if constexpr (std::is_same_v<T, SideDraft>) return detail::of_sides;
  if constexpr (std::is_same_v<T, MeasureDraft>) return detail::of_measures;
  if constexpr (std::is_constructible_v<AnyCheck, T>) return detail::of_checks;
  if constexpr (std::is_same_v<T, Item>) return detail::of_items;
  if constexpr (std::is_same_v<T, BandDraft>) return detail::of_bands;
  if constexpr (std::is_same_v<T, rules::Tier>) return detail::of_tiers;
  if constexpr (std::is_same_v<T, VetoDraft>) return detail::of_vetoes;
  if constexpr (std::is_same_v<T, QuotaDraft>) return detail::of_quotas;
  return {};
}
}
