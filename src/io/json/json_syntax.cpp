#include <algorithm>
#include <io/json/json_syntax.hpp>
#include <io/text/json_string.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
/// The number of digits that a text begins with.
std::size_t digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}
bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const auto whole = digits(text);
  if (whole == 0 || (whole > 1 && text[0] == '0')) return false;
  text.remove_prefix(whole);
  if (text.starts_with('.')) {
    const auto part = digits(text.substr(1));
    if (part == 0) return false;
    text.remove_prefix(1 + part);
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
    if (text.empty()) return false;
    text.remove_prefix(digits(text));
  }
  return text.empty();
}
/// What somebody may have meant who wrote this for a value, or nothing.
std::string meant(std::string_view token) {
  if (token == "True" || token == "TRUE") return "true";
  if (token == "False" || token == "FALSE") return "false";
  if (token == "None" || token == "NULL" || token == "Null") return "null";
  std::string number;
  if (token.starts_with('-')) number = "-";
  if (token.starts_with('-') || token.starts_with('+')) token.remove_prefix(1);
  while (token.size() > 1 && token[0] == '0' && is_digit(token[1])) token.remove_prefix(1);
  if (token.starts_with('.')) number += '0';
  number += token;
  if (number.ends_with('.')) number.pop_back();
  if (is_number(number)) return number;
  if (token.size() > 2 && token.front() == '\'' && token.back() == '\'') token = token.substr(1, token.size() - 2);
  const bool word =
      std::all_of(token.begin(), token.end(), [](char c) { return c == '_' || is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'z'); });
  return word ? '"' + std::string(token) + '"' : std::string();
}

class Scanner {
 public:
  Scanner(std::string_view text, JsonSyntax& out) : text_(text), out_(out) {}
  void run() {
    blank();
    if (at_ == text_.size()) return stop("json.empty", "a model: an object in braces"), void();
    if (!value(0)) return;
    blank();
    if (at_ < text_.size()) stop("json.trailing", "nothing after the model");
  }

 private:
  static constexpr std::size_t most_problems = 100;

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char c) {
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void blank() {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
  }
  /// The end of a word or number that begins at an offset.
  std::size_t token_end(std::size_t from) const {
    while (from < text_.size() && !is_blank(text_[from]) && std::string_view(",:[]{}\"").find(text_[from]) == std::string_view::npos)
      ++from;
    return from;
  }
  std::string here() const {
    if (at_ == text_.size()) return "the end";
    if (is_control(text_[at_])) return text_[at_] == 0 ? "a NUL character" : "a control character";
    if (text_[at_] == '"') return shown(text_.substr(at_, string_body(text_, at_).size() + 2));
    return shown(text_.substr(at_, std::max(token_end(at_), at_ + 1) - at_));
  }

  /// The last that is listed says that there are more.
  void add(std::size_t at, std::string_view code, std::string found, std::string_view expected, std::string hint = {}) {
    if (out_.problems.size() + 1 < most_problems)
      out_.problems.push_back({at, std::string(code), std::move(found), std::string(expected), std::move(hint)});
    else if (out_.problems.size() < most_problems)
      out_.problems.push_back({at, "problems.limit", "more problems", "these mended first", {}});
  }
  /// A problem after which the rest cannot be understood. Returns false.
  bool stop(std::string_view code, std::string_view expected) {
    add(at_, code, here(), expected);
    return out_.readable = false;
  }
  /// A problem of a bracket or a comma that can be overlooked to find the next one. Returns whether to go on.
  bool overlook(std::size_t at, std::string found, std::string_view expected) {
    add(at, "json.comma", std::move(found), expected);
    out_.readable = false;
    return out_.problems.size() < most_problems;
  }
  std::string open(std::size_t bracket) const {
    const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(bracket), '\n');
    return std::string(" for the '") + text_[bracket] + "' of line " + std::to_string(line);
  }

  bool value(int brackets) {
    if (at_ == text_.size()) return stop("json.syntax", "a value");
    const char c = text_[at_];
    if (c == '"') return string();
    if (c == '{' || c == '[') {
      if (brackets >= most_brackets) return stop("json.depth", "at most " + std::to_string(most_brackets) + " brackets inside one another");
      return c == '{' ? object(brackets) : list(brackets);
    }
    const auto token = text_.substr(at_, token_end(at_) - at_);
    if (token.empty()) return stop("json.syntax", "a value");
    if (is_comment()) return false;
    if (std::any_of(token.begin(), token.end(), is_control)) return stop("json.syntax", "a value");
    if (token != "true" && token != "false" && token != "null" && !is_number(token)) {
      add(at_, "json.value", shown(token), "a number, a text in double quotes, true, false, a list or an object", meant(token));
      if (out_.problems.size() >= most_problems) return out_.readable = false;
    }
    at_ += token.size();
    if (peek() == '"') return stop("json.syntax", "a comma or a closing bracket");
    return true;
  }

  bool is_comment() {
    const auto rest = text_.substr(at_);
    if (!rest.starts_with("//") && !rest.starts_with("/*") && !rest.starts_with('#')) return false;
    stop("json.syntax", "no comment; a remark stands in note");
    return true;
  }

  bool object(int brackets) {
    const auto bracket = at_++;
    blank();
    if (take('}')) return true;
    for (bool after_number = false;;) {
      if (peek() != '"') {
        if (is_comment()) return false;
        const bool decimal_comma = is_digit(peek()) && after_number;
        return stop("json.syntax", decimal_comma ? "a key in double quotes; the decimal mark of JSON is '.'"
                                                 : "a key in double quotes" + (at_ == text_.size() ? open(bracket) : ""));
      }
      if (!string()) return false;
      blank();
      if (!take(':')) return stop("json.syntax", "':' after the key");
      blank();
      after_number = is_digit(peek()) || peek() == '-';
      if (!value(brackets + 1)) return false;
      if (const auto more = next(bracket, '}', true); more != Next::another) return more == Next::closed;
    }
  }
  bool list(int brackets) {
    const auto bracket = at_++;
    blank();
    if (take(']')) return true;
    for (;;) {
      if (!value(brackets + 1)) return false;
      if (const auto more = next(bracket, ']', false); more != Next::another) return more == Next::closed;
    }
  }
  enum class Next { another, closed, stopped };
  /// What stands after a member or an element.
  Next next(std::size_t bracket, char close, bool keys) {
    blank();
    if (take(close)) return Next::closed;
    const auto comma = at_;
    if (take(',')) {
      blank();
      if (!take(close)) return Next::another;
      return overlook(comma, std::string("a comma before '") + close + "'", "none after the last") ? Next::closed : Next::stopped;
    }
    // Two values side by side: most likely the comma between them was forgotten.
    if (keys ? peek() == '"' : at_ < text_.size() && std::string_view(":}").find(peek()) == std::string_view::npos)
      return overlook(at_, here(), "a comma before it") ? Next::another : Next::stopped;
    stop("json.syntax", std::string("',' or '") + close + "'" + open(bracket));
    return Next::stopped;
  }

  bool string() {
    const auto quote = at_++;
    for (; at_ < text_.size(); ++at_) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c == '"') return ++at_, true;
      if (c == '\n' || c == '\r') break;
      if (c < 0x20) {
        add(at_, c == 0 ? "json.nul" : "json.control",
            c == 0      ? "a NUL character"
            : c == '\t' ? "a tab"
                        : "a control character",
            c == '\t' ? "\\t in a text" : "none in a text");
      } else if (c == '\\') {
        if (!escape()) return false;
      }
      if (out_.problems.size() >= most_problems) return out_.readable = false;
    }
    add(quote, "json.syntax", at_ == text_.size() ? "the end of the text" : "a line break in a text", "a closing quote in the same line");
    return out_.readable = false;
  }
  /// An escape; stays on its last byte.
  bool escape() {
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (c == 'u') {
      const int code = hexadecimal(at_ + 2);
      const bool high = code >= 0xD800 && code < 0xDC00, low = code >= 0xDC00 && code < 0xE000;
      if (code < 0) {
        add(at_, "json.escape", shown(text_.substr(at_, 2)), "four hexadecimal digits after \\u");
        return ++at_, true;
      }
      if (code == 0) add(at_, "json.nul", "a NUL character", "none in a text");
      if (high && text_.substr(at_ + 6, 2) == "\\u") {
        const int second = hexadecimal(at_ + 8);
        if (second >= 0xDC00 && second < 0xE000) return at_ += 11, true;
      }
      if (high || low) add(at_, "json.escape", shown(text_.substr(at_, 6)), "both halves of a pair of surrogates");
      return at_ += 5, true;
    }
    if (c == '\n' || at_ + 1 >= text_.size()) return true;  // the loop sees what is wrong
    if (std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos)
      add(at_, "json.escape", std::string(text_.substr(at_, 1 + character(at_ + 1))),
          "an escape of JSON; a backslash itself is written \\\\");
    // A byte of a longer character is no escape and is read by itself.
    if (static_cast<unsigned char>(c) >= 0x20) ++at_;
    return true;
  }
  /// The bytes of the character at an offset.
  std::size_t character(std::size_t at) const {
    std::size_t size = 1;
    while (at + size < text_.size() && (text_[at + size] & 0xC0) == 0x80) ++size;
    return size;
  }
  int hexadecimal(std::size_t at) const {
    if (at + 4 > text_.size()) return -1;
    int out = 0;
    for (const char c : text_.substr(at, 4)) {
      const int digit = is_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
      if (digit < 0) return -1;
      out = out * 16 + digit;
    }
    return out;
  }

  std::string_view text_;
  JsonSyntax& out_;
  std::size_t at_ = 0;
};
}

JsonSyntax check_syntax(std::string_view text) {
  JsonSyntax out;
  Scanner(text, out).run();
  return out;
}

std::string shown(std::string_view piece) {
  constexpr std::size_t most = 60;
  if (piece.size() <= most) return std::string(piece);
  std::size_t end = most;
  while (end > 0 && (piece[end] & 0xC0) == 0x80) --end;
  return std::string(piece.substr(0, end)) + "...";
}
}
