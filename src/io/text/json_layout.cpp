#include <chiso/core/text.hpp>
#include <cstddef>
#include <io/text/json_layout.hpp>
#include <io/text/json_string.hpp>
#include <vector>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::size_t widest = 120;

class Layout {
 public:
  explicit Layout(std::string_view json) : json_(json), closed_by_(json.size()) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < json.size(); ++i) {
      if (json[i] == '"') i = string_end(i);
      if (json[i] == '{' || json[i] == '[') open.push_back(i);
      if (json[i] == '}' || json[i] == ']') closed_by_[open.back()] = i, open.pop_back();
    }
  }
  std::string run() {
    value(0, 0, 0);
    return std::move(out_) + "\n";
  }

 private:
  /// The closing quote of the string that begins at `quote`.
  std::size_t string_end(std::size_t quote) const { return quote + string_body(json_, quote).size() + 1; }
  /// Writes the value at `at`, with `used` characters of the line already taken; returns where it ends.
  std::size_t value(std::size_t at, std::size_t indent, std::size_t used) {
    const bool bracket = json_[at] == '{' || json_[at] == '[';
    const auto end = bracket ? closed_by_[at] + 1 : scalar_end(at);
    const auto piece = json_.substr(at, end - at);
    // One more character is needed for the comma. A piece with more than 4 bytes for each character of a line is not counted.
    if (!bracket || piece.size() == 2 || (piece.size() <= 4 * widest && used + code_points(piece) + 1 <= widest)) {
      out_ += piece;
      return end;
    }
    const bool keys = json_[at] == '{';
    out_ += json_[at++];
    while (at < end - 1) {
      out_ += '\n';
      out_.append(indent + 2, ' ');
      std::size_t taken = indent + 2;
      if (keys) {
        const auto key = json_.substr(at, string_end(at) + 3 - at);  // with ": "
        out_ += key;
        taken += code_points(key);
        at += key.size();
      }
      at = value(at, indent + 2, taken);
      if (json_[at] != ',') continue;
      out_ += ',';
      at += 2;
    }
    out_ += '\n';
    out_.append(indent, ' ');
    out_ += json_[at];
    return end;
  }
  std::size_t scalar_end(std::size_t at) const {
    if (json_[at] == '"') return string_end(at) + 1;
    while (at < json_.size() && json_[at] != ',' && json_[at] != '}' && json_[at] != ']') ++at;
    return at;
  }

  std::string_view json_;
  std::vector<std::size_t> closed_by_;  // indexed by opening bracket
  std::string out_;
};
}

std::string laid_out(std::string_view json) { return Layout(json).run(); }
}
