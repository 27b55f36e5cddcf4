#include <algorithm>
#include <chiso/core/problems.hpp>
#include <io/json/json_tree.hpp>
#include <io/json/syntax_problems.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
/// The number of digits at the start of a text.
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
/// The value that somebody may have meant who wrote this; empty if there is none.
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

/// Reads everything in one walk over the text, and skips over a problem whenever the rest can still be understood.
class Parser {
 public:
  explicit Parser(JsonTree& out) : out_(out), text_(out.text) {}
  void run() {
    blank();
    if (at_ == text_.size()) return stop(problems::json_empty), void();
    if (!value(0)) return;
    blank();
    if (at_ < text_.size()) stop(problems::json_trailing);
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
  /// The end of the word or number that begins at an offset.
  std::size_t token_end(std::size_t from) const {
    while (from < text_.size() && !is_blank(text_[from]) && std::string_view(",:[]{}\"").find(text_[from]) == std::string_view::npos)
      ++from;
    return from;
  }
  Argument here() const {
    constexpr Words the_end{"the end", "hết tệp"};
    if (at_ == text_.size()) return the_end;
    if (is_control(text_[at_])) return text_[at_] == 0 ? nul : control;
    if (text_[at_] == '"') return shown(text_.substr(at_, string_body(text_, at_).size() + 2));
    return shown(text_.substr(at_, std::max(token_end(at_), at_ + 1) - at_));
  }

  bool full() const { return out_.problems.size() >= most_problems; }
  /// Adds a problem; leave out `expected` if the entry says it.
  void add(std::size_t at, const ProblemEntry& entry, Argument found, Argument expected = {}, std::string hint = {}) {
    if (full()) return;
    const bool last = out_.problems.size() + 1 == most_problems;
    auto& problem = out_.problems.emplace_back();  // member by member, as in problem_at
    problem.at = at;
    problem.entry = last ? &problems::limit : &entry;
    problem.arguments.push_back(last ? Argument(phrases::uncounted_more) : std::move(found));
    if (last) return;
    if (!expected.empty()) problem.arguments.push_back(std::move(expected));
    problem.hint = std::move(hint);
  }
  /// Adds a problem after which the rest cannot be understood. Returns false.
  bool stop(const ProblemEntry& entry, Argument expected = {}) {
    add(at_, entry, here(), std::move(expected));
    return out_.readable = false;
  }
  /// Adds a problem of a bracket or comma that can be skipped to find the next problem. Returns whether to go on.
  bool overlook(std::size_t at, Argument found, const Words& expected) {
    add(at, problems::json_comma, std::move(found), expected);
    out_.readable = false;
    return !full();
  }
  Argument closing(Argument expected, std::size_t bracket) const {
    constexpr Words of_line{"{0} for the '{1}' of line {2}", "{0}, của ngoặc '{1}' ở dòng {2}"};
    const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(bracket), '\n');
    return {of_line, {std::move(expected), text_.substr(bracket, 1), line}};
  }

  std::size_t begin_node() {
    out_.nodes.push_back({.begin = static_cast<std::uint32_t>(at_)});
    return out_.nodes.size() - 1;
  }
  bool end_node(std::size_t node) {
    out_.nodes[node].end = static_cast<std::uint32_t>(at_);
    out_.nodes[node].next = static_cast<std::uint32_t>(out_.nodes.size());
    return true;
  }

  bool value(int brackets) {
    const auto node = begin_node();
    return content(brackets) && end_node(node);
  }
  bool content(int brackets) {
    constexpr Words a_value{"a value", "một giá trị"}, comma{"a comma or a closing bracket", "dấu phẩy hoặc ngoặc đóng"};
    if (at_ == text_.size()) return stop(problems::json_syntax, a_value);
    const char c = text_[at_];
    if (c == '"') return string();
    if (c == '{' || c == '[') {
      if (brackets >= most_brackets) return stop(problems::json_depth, most_brackets);
      return c == '{' ? object(brackets) : list(brackets);
    }
    const auto token = text_.substr(at_, token_end(at_) - at_);
    if (token.empty()) return stop(problems::json_syntax, a_value);
    if (is_comment()) return false;
    if (std::any_of(token.begin(), token.end(), is_control)) return stop(problems::json_syntax, a_value);
    if (token != "true" && token != "false" && token != "null" && !is_number(token)) {
      add(at_, problems::json_value, shown(token), {}, meant(token));
      if (full()) return out_.readable = false;
    }
    at_ += token.size();
    if (peek() == '"') return stop(problems::json_syntax, comma);
    return true;
  }

  bool is_comment() {
    constexpr Words no_comment{"no comment; a remark stands in note", "bỏ chú thích này; ghi chú đặt ở note"};
    const auto rest = text_.substr(at_);
    if (!rest.starts_with("//") && !rest.starts_with("/*") && !rest.starts_with('#')) return false;
    stop(problems::json_syntax, no_comment);
    return true;
  }

  bool object(int brackets) {
    constexpr Words colon{"':' after the key", "':' sau khóa"};
    const auto bracket = at_++;
    blank();
    if (take('}')) return true;
    for (bool after_number = false;;) {
      if (peek() != '"') return no_key(bracket, after_number);
      const auto key = begin_node();
      if (!string()) return false;
      end_node(key);
      blank();
      if (!take(':')) return stop(problems::json_syntax, colon);
      blank();
      after_number = is_digit(peek()) || peek() == '-';
      if (!value(brackets + 1)) return false;
      if (const auto more = next(bracket, '}'); more != Next::another) return more == Next::closed;
    }
  }
  bool no_key(std::size_t bracket, bool after_number) {
    constexpr Words key{"a key in double quotes", "một khóa trong dấu nháy kép"},
        decimal_comma{"a key in double quotes; the decimal mark of JSON is '.'",
                      "một khóa trong dấu nháy kép; dấu thập phân trong JSON là '.'"};
    if (is_comment()) return false;
    if (after_number && is_digit(peek())) return stop(problems::json_syntax, decimal_comma);
    return stop(problems::json_syntax, at_ == text_.size() ? closing(key, bracket) : key);
  }
  bool list(int brackets) {
    const auto bracket = at_++;
    blank();
    if (take(']')) return true;
    for (;;) {
      if (!value(brackets + 1)) return false;
      if (const auto more = next(bracket, ']'); more != Next::another) return more == Next::closed;
    }
  }
  enum class Next { another, closed, stopped };
  /// What follows after a member or an element.
  Next next(std::size_t bracket, char close) {
    constexpr Words needless{"a comma before '{0}'", "dấu phẩy trước '{0}'"}, none{"none after the last", "bỏ dấu phẩy sau mục cuối"},
        missing{"a comma before it", "một dấu phẩy đứng trước"}, comma_or{"',' or '{0}'", "',' hoặc '{0}'"};
    blank();
    if (take(close)) return Next::closed;
    const auto comma = at_;
    const std::string closes(1, close);
    if (take(',')) {
      blank();
      if (!take(close)) return Next::another;
      return overlook(comma, {needless, {closes}}, none) ? Next::closed : Next::stopped;
    }
    // Two values side by side: most likely the comma between them was forgotten.
    if (close == '}' ? peek() == '"' : at_ < text_.size() && peek() != ':' && peek() != '}')
      return overlook(at_, here(), missing) ? Next::another : Next::stopped;
    stop(problems::json_syntax, closing({comma_or, {closes}}, bracket));
    return Next::stopped;
  }

  bool string() {
    constexpr Words tab{"a tab", "dấu tab"}, tab_escaped{"\\t in a text", "viết là \\t trong văn bản"};
    constexpr Words the_end{"the end of the text", "hết tệp"}, line_break{"a line break in a text", "xuống dòng trong văn bản"},
        closing_quote{"a closing quote in the same line", "dấu nháy đóng trên cùng dòng"};
    const auto quote = at_++;
    for (; at_ < text_.size(); ++at_) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c == '"') return ++at_, true;
      if (c == '\n' || c == '\r') break;
      if (c == 0) {
        add(at_, problems::json_nul, nul);
      } else if (c < 0x20) {
        add(at_, problems::json_control, c == '\t' ? tab : control, c == '\t' ? tab_escaped : none_in_a_text);
      } else if (c == '\\') {
        escape();
      } else {
        continue;
      }
      if (full()) return out_.readable = false;
    }
    add(quote, problems::json_syntax, at_ == text_.size() ? the_end : line_break, closing_quote);
    return out_.readable = false;
  }
  /// Reads an escape and stays on its last byte.
  void escape() {
    constexpr Words four{"four hexadecimal digits after \\u", "bốn chữ số thập lục phân sau \\u"},
        both_halves{"both halves of a pair of surrogates", "đủ hai nửa của cặp mã thay thế"},
        an_escape{"an escape of JSON; a backslash itself is written \\\\",
                  "một ký tự thoát của JSON; chính dấu gạch chéo ngược viết là \\\\"};
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (c == 'u') {
      const int code = four_hex_digits(text_.substr(at_ + 2));
      const bool high = code >= 0xD800 && code < 0xDC00, low = code >= 0xDC00 && code < 0xE000;
      if (code < 0) {
        add(at_, problems::json_escape, shown(text_.substr(at_, 2)), four);
        ++at_;
        return;
      }
      if (code == 0) add(at_, problems::json_nul, nul);
      if (high && text_.substr(at_ + 6, 2) == "\\u") {
        const int second = four_hex_digits(text_.substr(at_ + 8));
        if (second >= 0xDC00 && second < 0xE000) {
          at_ += 11;
          return;
        }
      }
      if (high || low) add(at_, problems::json_escape, shown(text_.substr(at_, 6)), both_halves);
      at_ += 5;
      return;
    }
    if (c == '\n' || at_ + 1 >= text_.size()) return;  // the loop reports what is wrong
    if (std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos)
      add(at_, problems::json_escape, text_.substr(at_, 1 + character(at_ + 1)), an_escape);
    // A byte of a multi-byte character is not an escape, and is read by itself.
    if (static_cast<unsigned char>(c) >= 0x20) ++at_;
  }
  /// The bytes of the character at an offset.
  std::size_t character(std::size_t at) const {
    std::size_t size = 1;
    while (at + size < text_.size() && (text_[at + size] & 0xC0) == 0x80) ++size;
    return size;
  }

  static constexpr Words nul{"a NUL character", "ký tự NUL"}, control{"a control character", "ký tự điều khiển"},
      none_in_a_text{"none in a text", "bỏ ký tự này khỏi văn bản"};

  JsonTree& out_;
  std::string_view text_;
  std::size_t at_ = 0;
};
}

JsonTree parse_json(std::string_view text) {
  JsonTree out;
  out.text = text;
  Parser(out).run();
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
