#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/report.hpp>
#include <cstddef>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A text that finds the line and column of an offset in O(log lines), however long its lines are and however many places are looked up.
class SourceText {
 public:
  explicit SourceText(std::string_view text) : text_(text) {}
  void put(Place& place, std::size_t offset);

 private:
  void index();
  std::size_t characters_before(std::size_t offset) const;

  std::string_view text_;
  std::vector<std::size_t> lines_;       // where each line begins; empty until a place is looked up
  std::vector<std::size_t> characters_;  // how many come before every 256th byte
};

/// The text without the byte order mark that some editors put first.
std::string_view without_byte_order_mark(std::string_view text);
}
