#include <chiso/core/date.hpp>
#include <io/words/labels.hpp>
#include <io/words/value_words.hpp>

namespace chiso::inline CHISO_BUILD {
Words state_words(State state) {
  switch (state) {
    case State::missing: return labels::missing;
    case State::not_applicable: return {.en = "does not apply", .vi = "không áp dụng"};
    case State::undefined: return labels::undefined;
    case State::value: break;
  }
  return {};
}

Words state_words(ItemState state) {
  switch (state) {
    case ItemState::scored: return {.en = "scored", .vi = "đã chấm"};
    case ItemState::undefined: return labels::undefined;
    case ItemState::missing: return labels::missing;
    case ItemState::not_applicable: return {.en = "not applicable", .vi = "không áp dụng"};
    case ItemState::stated: return {.en = "stated", .vi = "ghi trực tiếp"};
  }
  return {};
}

ValueWords::Number ValueWords::number(const Rational& value) const {
  const auto exact = value.as_ratio();
  constexpr int128 largest_shown = 1'000'000'000'000;
  if (!exact || exact->num / exact->den > largest_shown || exact->num / exact->den < -largest_shown) return {};
  const auto shown = value.rounded(model_.publish().decimals, Rounding::half_up);  // digits of 128 bits times a power do not fit
  const bool is_exact = as_ratio(shown) == *exact;
  return {grouped_number_words(is_exact ? Decimal(shown.digits(), shown.scale()) : shown, language_), is_exact};
}
std::string ValueWords::truth(bool truth) const { return truth ? in(labels::yes) : in(labels::no); }

std::optional<std::size_t> ValueWords::measure_of(const ReadValue& read) const {
  if (read.from == Op::measure) return read.place;
  return read.from == Op::previous_measure ? std::optional(model_.derived().previous[read.place]) : std::nullopt;
}
std::string ValueWords::name(const ReadValue& read) const {
  Program program;
  program.push({.op = read.from, .index = static_cast<std::int32_t>(read.place)});
  return expressions_.in_sentence(program);
}
std::string ValueWords::with_name(const ReadValue& read) const {
  const auto what = name(read);
  const auto& [state, value] = read.value;
  if (state != State::value) return what + ": " + in(state_words(state));
  const auto measure = measure_of(read);
  const auto type = measure ? type_of(model_.measures()[*measure].type) : Type::number;
  if (type == Type::number) {
    const auto as_read = measure ? value.rounded(model_.measures()[*measure].decimals, Rounding::half_up) : Decimal();
    const auto shown = measure ? Number{grouped_number_words(Decimal(as_read.digits(), as_read.scale()), language_)} : number(value);
    if (shown.text.empty()) return what;
    return what + (shown.is_exact ? " " : in({.en = " about ", .vi = " khoảng "})) + shown.text;
  }
  const auto code = value.nearest_whole();
  return what + ": " +
         (type == Type::truth  ? truth(code != 0)
          : type == Type::date ? day_words(Date::of_number(code), language_)
                               : option(*measure, static_cast<std::size_t>(code)));
}
}
