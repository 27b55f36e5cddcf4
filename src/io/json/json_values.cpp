#include <algorithm>
#include <io/json/json_values.hpp>
#include <limits>

namespace chiso::inline CHISO_BUILD {
std::string listed(const std::vector<std::string_view>& names) {
  std::string out;
  for (const auto name : names) out.append(out.empty() ? "" : ", ").append(name);
  return out;
}
Argument one_of(const std::vector<std::string_view>& names) { return {phrases::one_of, {listed(names)}}; }

Problem& JsonValues::add(std::size_t offset, const ProblemEntry& entry, Arguments arguments) {
  if (stopped_) return surplus_;
  auto& problem = report_.add(entry, std::move(arguments));
  if (!report_.is_full()) source_.put(problem.place, offset);
  return problem;
}

Problem& JsonValues::wrong_type(JsonValue value, Argument expected) {
  const auto found = value.is('{') ? Argument(phrases::an_object) : value.is('[') ? Argument(phrases::a_list) : shown(value.written());
  return add(value.offset(), problems::json_type, {found, std::move(expected)});
}

void JsonValues::absent(std::string_view key, std::size_t offset, Argument about) {
  constexpr Words no_key{"no {0}", "thiếu {0}", Words::absence}, key_and_what{"{0}: {1}", "{0}: {1}"};
  const auto step = report_.step(key);
  add(offset, problems::key_absent, {Argument(no_key, {key}), Argument(key_and_what, {key, std::move(about)})});
}

Problem& JsonValues::unknown(std::size_t offset, const ProblemEntry& entry, std::string_view name,
                             const std::vector<std::string_view>& known, Argument meant) {
  if (meant.empty()) meant = report_.suggestion(name, [&] { return known; });
  auto& problem = add(offset, entry, {shown(name), listed(known)});
  problem.hint = std::move(meant);
  return problem;
}

bool JsonValues::is_number(JsonValue value) {
  const auto token = value.written();
  return token[0] == '-' || token[0] == '+' || token[0] == '.' || (token[0] >= '0' && token[0] <= '9');
}

void JsonValues::read(JsonValue value, std::string& out) {
  if (!value.is('"')) {
    auto& problem = wrong_type(value, phrases::a_text);
    if (is_number(value)) problem.hint = '"' + std::string(value.written()) + '"';
    return;
  }
  out = clean_text(value.string());
}

void JsonValues::read_name(JsonValue value, std::string& out) {
  read(value, out);
  out = clean_name(out);
}

void JsonValues::read(JsonValue value, bool& out) {
  constexpr Words truth{"true or false", "true hoặc false"};
  const auto token = value.written();
  if (token != "true" && token != "false") {
    auto& problem = wrong_type(value, truth);
    if (token == "\"true\"" || token == "\"false\"") problem.hint = token.substr(1, token.size() - 2);
    return;
  }
  out = token == "true";
}

void JsonValues::read(JsonValue value, Decimal& out) {
  constexpr Words a_number{"a number", "một số"};
  const auto token = value.written();
  if (const auto number = Decimal::parse(token)) {
    out = *number;
  } else if (is_number(value)) {
    add(value.offset(), problems::number_form, {shown(token)});
  } else {
    auto& problem = wrong_type(value, a_number);
    if (value.is('"') && Decimal::parse(token.substr(1, token.size() - 2))) problem.hint = token.substr(1, token.size() - 2);
  }
}

void JsonValues::read(JsonValue value, int& out) {
  Decimal number;
  const auto before = report_.total();
  read(value, number);
  if (report_.total() != before || stopped_) return;
  const auto whole = number.scaled(0);
  if (!whole || *whole > std::numeric_limits<int>::max() || *whole < std::numeric_limits<int>::min())
    add(value.offset(), problems::number_whole, {shown(value.written())});
  else
    out = static_cast<int>(*whole);
}

void JsonValues::read(JsonValue value, Text& out) {
  constexpr Words text_or_both{"a text in double quotes, or an object with vi, en or both",
                               "văn bản trong dấu nháy kép, hoặc đối tượng có vi, en hoặc cả hai"},
      neither{"neither vi nor en", "thiếu cả vi lẫn en", Words::absence},
      either{"the text in one language at least", "văn bản bằng ít nhất một ngôn ngữ"};
  if (value.is('"')) {
    std::string text;
    read(value, text);
    out = Text(std::move(text));
    return;
  }
  if (!value.is('{')) return wrong_type(value, text_or_both), void();
  Bilingual both;
  bool any = false;
  named_members(value, [&](const std::string& key, std::size_t key_offset, JsonValue member) {
    any = true;
    if (key == "vi" || key == "en")
      read(member, key == "vi" ? both.vi : both.en);
    else
      unknown(key_offset, problems::key_unknown, key, {"vi", "en"});
  });
  if (!any) add(value.offset(), problems::key_absent, {neither, either});
  out = Text(std::move(both));
}

void JsonValues::read(JsonValue value, Json& out) {
  std::string text;
  canonical(value, text, 1);
  if (!stopped_) out.text = std::move(text);
}

// Strings in meta are composed as all text is, so that equal models have equal bytes, but they are not trimmed.
void JsonValues::canonical(JsonValue value, std::string& out, int level) {
  if (level > most_levels_of_meta) {
    add(value.offset(), problems::meta_depth, {most_levels_of_meta});
    out += "null";
  } else if (value.is('{')) {
    out += '{';
    const auto member = [&](const std::string& key, std::size_t, JsonValue of) {
      if (out.back() != '{') out += ", ";
      quote(out, key);
      out += ": ";
      canonical(of, out, level + 1);
    };
    named_members(value, member, composed);
    out += '}';
  } else if (value.is('[')) {
    out += '[';
    std::size_t index = 0;
    value.elements([&](JsonValue element) {
      const auto step = report_.step(index);
      if (index++ > 0) out += ", ";
      canonical(element, out, level + 1);
      return !stopped_;
    });
    out += ']';
  } else if (value.is('"')) {
    quote(out, composed(value.string()));
  } else if (const auto token = value.written(); token == "true" || token == "false" || token == "null") {
    out += token;
  } else {
    Decimal number;
    read(value, number);
    out += number.text();
  }
}
}
