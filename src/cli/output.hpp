#pragma once
#include <chiso/io/tables/table.hpp>
#include <chiso/io/text/text_layout.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace chiso_cli {
/// The extension of a path in lower case, without its point.
std::string extension_of(const std::string& path);
/// What is wrong with an output that ends in none of these extensions; empty if nothing is.
std::string check_ending(const std::string& output, const std::vector<std::string_view>& extensions);
/// Whether a page of HTML is written in place of text: by --format, otherwise by the extension of the output, otherwise text. @throws
/// UsageError for another extension.
bool is_page(const std::string& format, const std::string& output);
/// Refuses an output that would overwrite one of its inputs, which can only be a mistake; without an output nothing is overwritten. @throws
/// UsageError
void check_not_an_input(const std::string& output, const std::vector<std::string>& inputs);
/// How a text is laid out: for the terminal if it is printed on one, otherwise plainly and of any width.
chiso::TextLayout layout_of(const std::string& output);
/// Writes the text to the output, whole or not at all; without an output it is printed.
void put_out(const std::string& text, const std::string& output);
/// Writes a list as the extension of the output says: table() as CSV or JSON, page() as HTML, else text(layout).
template <class MakeTable, class MakePage, class MakeText>
void put_list(const std::string& output, const MakeTable& table, const MakePage& page, const MakeText& text) {
  const auto extension = extension_of(output);
  put_out(extension == "csv"    ? to_csv(table())
          : extension == "json" ? to_json(table())
          : extension == "html" ? page()
                                : text(layout_of(output)),
          output);
}
}
