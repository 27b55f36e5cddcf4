#include <io/words/measure_words.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr Words range_words{.en = "[, from {min} to {max}|, from {min} up|, at most {max}]",
                            .vi = "[, từ {min} đến {max}|, từ {min} trở lên|, không quá {max}]"};

/// What a cell takes, without the options of a choice.
Words kind_words(const Measure& measure) {
  switch (measure.type) {
    case MeasureType::count: return {.en = "a whole number", .vi = "số nguyên"};
    case MeasureType::decimal:
      if (measure.excess == Excess::round) {
        if (measure.decimals == 0) return {.en = "a number, rounded to a whole one", .vi = "số, được làm tròn thành số nguyên"};
        if (measure.decimals == 1) return {.en = "a number, rounded to 1 decimal", .vi = "số, được làm tròn đến 1 chữ số thập phân"};
        return {.en = "a number, rounded to {decimals} decimals", .vi = "số, được làm tròn đến {decimals} chữ số thập phân"};
      }
      if (measure.decimals == 0) return {.en = "a whole number", .vi = "số nguyên"};
      if (measure.decimals == 1) return {.en = "a number with at most 1 decimal", .vi = "số có tối đa 1 chữ số thập phân"};
      return {.en = "a number with at most {decimals} decimals", .vi = "số có tối đa {decimals} chữ số thập phân"};
    case MeasureType::choice: return one_of_these_codes;
    case MeasureType::yes_no: return {.en = "yes or no", .vi = "có hoặc không"};
    case MeasureType::date: return {.en = "a date, as 2024-03-31 or 31/3/2024", .vi = "ngày, dạng 31/3/2024 hoặc 2024-03-31"};
  }
  return {};
}
}

Phrase measure_words(const Measure& measure, Language language) {
  const auto least = measure.min ? measure.min : measure.type == MeasureType::count ? std::optional(Decimal(0)) : std::nullopt;
  const auto say = [&](std::string_view hole) -> HoleText {
    if (hole == "decimals") return {.phrase = {std::to_string(measure.decimals), {}}};
    const auto& end = hole == "min" ? least : measure.max;
    return {.given = end.has_value(), .phrase = {end ? number_words(*end, language) : "", {}}};
  };
  return {fill(std::string(kind_words(measure).in(language)).append(range_words.in(language)), say).text, {}};
}

Phrase measure_words(const Measure& measure, const MeasureDraft& draft, Language language) {
  auto out = measure_words(measure, language);
  if (draft.measured_in) out.text.append(" (").append(draft.measured_in->in(language)).append(")");
  out.items = item_words(draft.options, language);
  return out;
}

std::vector<Phrase> item_words(const std::vector<Item>& items, Language language) {
  std::vector<Phrase> out;
  for (const auto& item : items) {
    const auto label = label_of(item.about, item.id, language);
    out.push_back({label == item.id ? item.id : item.id + ": " + label, {}});
  }
  return out;
}
}
