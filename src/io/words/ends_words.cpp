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

namespace {
using End = std::optional<Cut>;
bool is_empty(const Range& range) { return range.lower && range.upper && *range.upper <= *range.lower; }
/// The lesser of two upper ends; an absent one is infinite.
End lesser_upper(const End& a, const End& b) { return !a ? b : !b ? a : std::min(*a, *b); }
Range common(const Range& a, const Range& b) { return {std::max(a.lower, b.lower), lesser_upper(a.upper, b.upper)}; }
/// Adds what a range leaves of a piece, on both sides of it.
void add_rest(const Range& piece, const Range& range, std::vector<Range>& out) {
  const Range below{piece.lower, lesser_upper(piece.upper, range.lower)}, above{std::max(piece.lower, range.upper), piece.upper};
  if (range.lower && !is_empty(below)) out.push_back(below);
  if (range.upper && !is_empty(above)) out.push_back(above);
}
}

std::vector<std::vector<Ends>> ends_in_force(const std::vector<Range>& list, Values values, const Range& known,
                                             const std::vector<bool>& asks_more) {
  constexpr std::size_t most_pieces = 8;  // what is left in more of them nobody reads, and a hostile list would take long
  std::vector<std::vector<Ends>> out;
  std::vector<Range> left{{}};  // what no earlier range contains
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto& range = list[i];
    std::vector<Range> pieces, rest;
    for (const auto& piece : left) {
      if (const auto part = common(piece, range); !is_empty(part)) pieces.push_back(part);
      add_rest(piece, range, rest);
    }
    const bool takes_its_numbers = asks_more.empty() || !asks_more[i];
    if (left.size() <= most_pieces && takes_its_numbers) left = std::move(rest);
    if (pieces.empty() || left.size() > most_pieces) pieces = {range};
    auto& ends = out.emplace_back();
    for (const auto& piece : pieces) {
      const bool outside = pieces.size() > 1 && is_empty(common(piece, known));
      const auto counts = values == Values::counts ? ends_of_counts(piece) : std::nullopt;
      const bool holds_no_count = pieces.size() > 1 && values == Values::counts && !counts;
      if (!outside && !holds_no_count) ends.push_back(counts ? *counts : as_ends(piece));
    }
    if (ends.empty()) ends = {as_ends(pieces.front())};
  }
  return out;
}

namespace {
std::string words_of(const Ends& ends, Language language, std::string_view after) {
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

std::string ends_words(const std::vector<Ends>& pieces, Language language, std::string_view after) {
  constexpr Words between{.en = ", or ", .vi = " hoặc "};
  std::vector<std::string> out;
  for (const auto& ends : pieces) out.push_back(words_of(ends, language, after));
  return joined(out, between.in(language));
}

std::vector<std::string> tier_words(const std::vector<Range>& tiers, const ExpressionInWords& value, const ExpressionWords& expressions,
                                    Language language) {
  Range known;
  if (value.measure) {
    const auto& measure = expressions.measures({})[*value.measure];
    if (measure.min) known.lower = Cut{*measure.min, false};
    if (measure.max) known.upper = Cut{*measure.max, true};
  }
  const bool counted = value.measure && expressions.is_count(*value.measure);
  std::vector<std::string> out;
  for (const auto& ends : ends_in_force(tiers, counted ? Values::counts : Values::any, known))
    out.push_back(ends_words(ends, language, value.is_percent ? "%" : ""));
  return out;
}
}
