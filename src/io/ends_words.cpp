#include <io/rule_words.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
Ends as_ends(const Range& range) {
  Ends out;
  if (range.lower) (range.lower->after ? out.above : out.from) = range.lower->at;
  if (range.upper) (range.upper->after ? out.to : out.below) = range.upper->at;
  return out;
}
}

std::vector<Ends> ends_in_force(const std::vector<Ends>& written) {
  std::vector<Ends> out;
  Range left{};  // what no earlier one holds
  bool whole = true;
  for (const auto& ends : written) {
    auto range = range_of(ends);
    if (whole) {
      if (left.lower && (!range.lower || *range.lower < *left.lower)) range.lower = left.lower;
      if (left.upper && (!range.upper || *left.upper < *range.upper)) range.upper = left.upper;
      if (range.upper == left.upper)
        left.upper = range.lower;
      else if (range.lower == left.lower)
        left.lower = range.upper;
      else
        whole = false;  // what is left is in two pieces
    }
    out.push_back(as_ends(range));
  }
  return out;
}

std::string ends_words(const Ends& ends, Language language, std::string_view after) {
  const auto say = [&](std::string_view hole, Counts) {
    Said out{.given = false};
    for_each_field<Ends>([&](const auto& field) {
      const auto& number = ends.*field.member;
      if (field.name == hole && number) out = {.phrase = {number_words(*number, language).append(after), {}}};
    });
    return out;
  };
  return fill(Ends::words.in(language), say).text;
}
}
