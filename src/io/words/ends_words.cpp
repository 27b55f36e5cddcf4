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
/// The whole numbers of a range, both ends included; none if it has none of them. Without a lower end it stays as written: `below 50`.
std::optional<Ends> whole_ends(const Range& range, const std::optional<Decimal>& least) {
  const auto upper = range.upper ? std::optional(Decimal(whole_from(*range.upper).digits() - 1, 0)) : std::nullopt;
  if (!range.lower && !least) return whole_from(*range.upper) == range.upper->at ? as_ends(range) : Ends{.to = upper};
  Ends out{.from = range.lower ? whole_from(*range.lower) : *least, .to = upper};
  if (least && *out.from < *least) out.from = least;
  return upper && *upper < *out.from ? std::nullopt : std::optional(out);
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

std::vector<std::vector<Ends>> ends_in_force(const std::vector<Range>& list, const KnownValues& values,
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
    const auto holds_none_of = [&](const Range& piece) {
      return values.whole && (piece.lower || piece.upper) && !whole_ends(piece, values.least);
    };
    std::erase_if(rest, holds_none_of);
    const bool takes_its_numbers = asks_more.empty() || !asks_more[i];
    if (left.size() <= most_pieces && takes_its_numbers) left = std::move(rest);
    if (pieces.empty() || left.size() > most_pieces) pieces = {range};
    auto& ends = out.emplace_back();
    for (const auto& piece : pieces) {
      const bool outside = pieces.size() > 1 && is_empty(common(piece, values.within));
      const bool has_ends = piece.lower || piece.upper;
      const auto whole = values.whole && has_ends ? whole_ends(piece, values.least) : std::nullopt;
      if (!outside && (pieces.size() == 1 || !holds_none_of(piece))) ends.push_back(whole ? *whole : as_ends(piece));
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

std::vector<std::string> tier_words(const std::vector<Range>& tiers, const ExpressionInWords& value, Language language) {
  std::vector<std::string> out;
  for (const auto& ends : ends_in_force(tiers, value.known)) out.push_back(ends_words(ends, language, value.is_percent ? "%" : ""));
  return out;
}
}
