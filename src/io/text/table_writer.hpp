#pragma once
#include <chiso/core/decimal.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
// A table goes cell by cell, in the order of its columns, into one of two writers; neither stores more than the text that it makes.

/// A text as a cell that no spreadsheet executes: if it begins with = + - @, tab or carriage return, an apostrophe is put before it.
std::string guarded(std::string_view text);

class CsvWriter {
 public:
  /// With a decimal comma there are semicolons between cells.
  explicit CsvWriter(const std::vector<std::string_view>& columns, char decimal = '.');
  /// A table whose heads are a row like any other.
  explicit CsvWriter(char delimiter, char decimal = '.') : delimiter_(delimiter), decimal_(decimal) {}
  void text(std::string_view value);
  void number(const Decimal& value);
  void truth(bool value) { plain(value ? "yes" : "no"); }
  void none() { plain({}); }
  void end_row();
  std::string finish() { return std::move(out_); }
  /// What there is so far, without an end of the last row.
  std::string_view so_far() const { return out_; }
  /// Forgets it, so that a row begins.
  void clear() {
    out_.clear();
    first_ = true;
  }

 private:
  void plain(std::string_view cell);
  std::string out_;
  char delimiter_ = ',', decimal_ = '.';
  bool first_ = true;  // of a row
};

class JsonTableWriter {
 public:
  explicit JsonTableWriter(std::vector<std::string_view> columns) : columns_(std::move(columns)) {}
  void text(std::string_view value);
  void number(const Decimal& value) { raw(value.text()); }
  void truth(bool value) { raw(value ? "true" : "false"); }
  void none() { raw("null"); }
  void end_row();
  std::string finish();

 private:
  void raw(std::string_view value);
  std::vector<std::string_view> columns_;
  std::size_t column_ = 0;
  std::string out_ = "[";
};

/// Adds a value, or none if there is none.
template <class Writer>
void number_or_none(Writer& out, const std::optional<Decimal>& value) {
  value ? out.number(*value) : out.none();
}
template <class Writer>
void text_or_none(Writer& out, std::string_view value) {
  value.empty() ? out.none() : out.text(value);
}
}
