#include <algorithm>
#include <io/words/rule_words.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
Ends as_ends(const Range& range) {
  Ends out;
  if (range.lower) (range.lower->after ? out.above : out.from) = range.lower->at;
  if (range.upper) (range.upper->after ? out.to : out.below) = range.upper->at;
  return out;
}
/// The least whole number at or after a cut.
Decimal whole_from(const Cut& cut) {
  const int128 unit = Decimal::power(cut.at.scale());
  auto floor = cut.at.digits() / unit;
  if (cut.at.digits() < floor * unit) --floor;
  return {cut.at == Decimal(floor, 0) && !cut.after ? floor : floor + 1, 0};
}
/// The whole numbers of a range, both ends included; none if the range has none of them, or all.
std::optional<Ends> ends_of_counts(const Range& range) {
  if (!range.lower && !range.upper) return {};
  Ends out{.from = range.lower ? std::max(whole_from(*range.lower), Decimal(0)) : Decimal(0)};
  if (range.upper) out.to = Decimal(whole_from(*range.upper).digits() - 1, 0);
  return out.to && *out.to < *out.from ? std::nullopt : std::optional(out);
}
}

std::vector<Ends> ends_in_force(const std::vector<Ends>& written, Values values, const std::vector<bool>& asks_more) {
  std::vector<Ends> out;
  Range left{};  // what no earlier range contains
  bool whole = true;
  for (std::size_t i = 0; i < written.size(); ++i) {
    auto range = range_of(written[i]);
    if (whole) {
      if (left.lower && (!range.lower || *range.lower < *left.lower)) range.lower = left.lower;
      if (left.upper && (!range.upper || *left.upper < *range.upper)) range.upper = left.upper;
    }
    if (whole && (asks_more.empty() || !asks_more[i])) {  // one that asks for more leaves its numbers to those behind it
      if (range.upper == left.upper)
        left.upper = range.lower;
      else if (range.lower == left.lower)
        left.lower = range.upper;
      else
        whole = false;  // the rest consists of two pieces
    }
    const auto counts = whole && values == Values::counts ? ends_of_counts(range) : std::nullopt;
    out.push_back(counts ? *counts : as_ends(range));
  }
  return out;
}

std::string ends_words(const Ends& ends, Language language, std::string_view after) {
  const auto say = [&](std::string_view hole) {
    HoleText out{.given = false};
    if (hole == "only" && ends.from && ends.to && *ends.from == *ends.to) hole = "from";
    for_each_field<Ends>([&](const auto& field) {
      const auto& number = ends.*field.member;
      if (field.name == hole && number) out = {.phrase = {number_words(*number, language).append(after), {}}};
    });
    return out;
  };
  return fill(Ends::words.in(language), say).text;
}
}
