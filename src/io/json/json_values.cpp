#include <algorithm>
#include <io/json/json_syntax.hpp>
#include <io/json/json_values.hpp>
#include <io/json/value_problems.hpp>
#include <limits>
#include <utility>

namespace chiso::inline CHISO_BUILD {
std::string one_of(const std::vector<std::string_view>& names) {
  std::string out = "one of";
  for (const auto name : names) out.append(out.size() == 6 ? " " : ", ").append(name);
  return out;
}

Problem& JsonValues::add(std::size_t offset, std::string_view code, std::string_view found, std::string_view expected) {
  if (stopped_) return surplus_;
  auto& problem = report_.add(code, found, expected);
  if (!report_.is_full()) source_.put(problem.place, offset);
  return problem;
}

Problem& JsonValues::add(std::size_t offset, const ProblemEntry& entry, Arguments arguments) {
  if (stopped_) return surplus_;
  auto& problem = report_.add(entry, std::move(arguments));
  if (!report_.is_full()) source_.put(problem.place, offset);
  return problem;
}

void JsonValues::stop() {
  // The syntax was in order, so only what simdjson alone objects to comes here.
  if (!stopped_) add(0, "json.syntax", "a text that cannot be read to its end", "JSON");
  stopped_ = true;
}

Problem& JsonValues::wrong_type(JsonValue& value, std::string_view expected) {
  const auto token = document_.token(value);
  return add(document_.offset(value), "json.type", token == "{" ? "an object" : token == "[" ? "a list" : shown(token), expected);
}

void JsonValues::absent(std::string_view key, std::size_t offset, Argument about) {
  constexpr Words none{"no {0}", "thiếu {0}"}, what{"{0}: {1}", "{0}: {1}"};
  const auto step = report_.step(key);
  add(offset, problems::key_absent, {Argument(none, {key}), Argument(what, {key, std::move(about)})});
}

Problem& JsonValues::unknown(std::size_t offset, std::string_view code, std::string_view name, const std::vector<std::string_view>& known) {
  auto hint = report_.suggestion(name, [&] { return known; });
  auto& problem = add(offset, code, "'" + shown(name) + "'", one_of(known));
  problem.hint = std::move(hint);
  return problem;
}

bool JsonValues::is_number(JsonValue& value) {
  const auto token = document_.token(value);
  return !token.empty() && (token[0] == '-' || token[0] == '+' || token[0] == '.' || (token[0] >= '0' && token[0] <= '9'));
}

void JsonValues::read(JsonValue& value, std::string& out) {
  if (!is(value, '"')) {
    auto& problem = wrong_type(value, "a text in double quotes");
    if (is_number(value)) problem.hint = '"' + std::string(document_.token(value)) + '"';
    return;
  }
  out = clean_text(document_.string(value));
}

void JsonValues::read(JsonValue& value, bool& out) {
  const auto token = document_.token(value);
  if (token != "true" && token != "false") {
    auto& problem = wrong_type(value, "true or false");
    if (token == "\"true\"" || token == "\"false\"") problem.hint = token.substr(1, token.size() - 2);
    return;
  }
  out = token == "true";
}

void JsonValues::read(JsonValue& value, Decimal& out) {
  const auto token = document_.token(value);
  if (const auto number = Decimal::parse(token)) {
    out = *number;
  } else if (is_number(value)) {
    add(document_.offset(value), "number.form", shown(token), "a plain decimal of at most 18 digits, without an exponent");
  } else {
    auto& problem = wrong_type(value, "a number");
    if (is(value, '"') && Decimal::parse(token.substr(1, token.size() - 2))) problem.hint = token.substr(1, token.size() - 2);
  }
}

void JsonValues::read(JsonValue& value, int& out) {
  Decimal number;
  const auto before = report_.total();
  read(value, number);
  if (report_.total() != before || stopped_) return;
  const auto whole = number.scaled(0);
  if (!whole || *whole > std::numeric_limits<int>::max() || *whole < std::numeric_limits<int>::min())
    add(document_.offset(value), "number.whole", shown(document_.token(value)), "a whole number of at most 9 digits");
  else
    out = static_cast<int>(*whole);
}

void JsonValues::read(JsonValue& value, Text& out) {
  if (is(value, '"')) {
    std::string text;
    read(value, text);
    out = Text(std::move(text));
    return;
  }
  if (!is(value, '{')) return wrong_type(value, "a text in double quotes, or an object with vi, en or both"), void();
  Bilingual both;
  bool any = false;
  const auto at = document_.offset(value);
  named_members(value, [&](const std::string& key, std::size_t key_offset, JsonValue& member) {
    any = true;
    if (key == "vi" || key == "en")
      read(member, key == "vi" ? both.vi : both.en);
    else
      unknown(key_offset, "key.unknown", key, {"vi", "en"});
  });
  if (!any) add(at, "key.absent", "neither vi nor en", "the text in one language at least");
  out = Text(std::move(both));
}

void JsonValues::read(JsonValue& value, Json& out) {
  std::string text;
  canonical(value, text, 1);
  if (!stopped_) out.text = std::move(text);
}

// Strings of meta are composed as all text is, so that equal models are equal bytes, but not trimmed: they are kept.
void JsonValues::canonical(JsonValue& value, std::string& out, int level) {
  if (level > most_levels_of_meta) {
    add(document_.offset(value), "meta.depth", "a level more",
        "at most " + std::to_string(most_levels_of_meta) + " levels of lists and objects");
    out += "null";
  } else if (is(value, '{')) {
    out += '{';
    const auto member = [&](const std::string& key, std::size_t, JsonValue& of) {
      if (out.back() != '{') out += ", ";
      quote(out, key);
      out += ": ";
      canonical(of, out, level + 1);
    };
    named_members(value, member, composed);
    out += '}';
  } else if (is(value, '[')) {
    out += '[';
    std::size_t index = 0;
    const bool whole = document_.elements(value, [&](JsonValue& element) {
      const auto step = report_.step(index);
      if (index++ > 0) out += ", ";
      canonical(element, out, level + 1);
      return !stopped_;
    });
    if (!whole) stop();
    out += ']';
  } else if (is(value, '"')) {
    quote(out, composed(document_.string(value)));
  } else if (const auto token = document_.token(value); token == "true" || token == "false" || token == "null") {
    out += token;
  } else {
    Decimal number;
    read(value, number);
    out += number.text();
  }
}
}
