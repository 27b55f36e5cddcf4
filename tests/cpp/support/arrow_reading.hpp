#pragma once
#include "../evidence/tables.hpp"
#include "arrow_arrays.hpp"
#include <chiso/io/read/frame.hpp>
#include <functional>
#include <io/read/arrow_cells.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace chiso_test {
inline const Model small = Model::build(table_draft());
inline const Lines units{"A", "B", "C", "D"};

/// Evidence of four units and one more column, which `read` feeds, as text; or the problems.
inline std::string read_with(std::string_view column, const std::function<void(EvidenceReader&, std::size_t)>& read) {
  auto frame = frame_reader(small, {.absent_measures = AbsentMeasures::missing});
  const bool of_units = column == "unit";
  const auto unit = add_column(frame, "unit");
  if (!of_units)
    for (const auto& name : units) add_text(frame, unit, name);
  const auto at = of_units ? unit : add_column(frame, column);
  std::string out;
  std::optional<Evidence> evidence;
  for (const auto& line : problems_of([&] {
         read(frame, at);
         evidence.emplace(frame.build());
       }))
    out += line + '\n';
  if (!evidence) return out;
  for (std::size_t row = 0; row < evidence->rows(); ++row) {
    out += std::string(evidence->unit(row));
    for (std::size_t i = 0; i < 4; ++i) {
      const auto cells = evidence->measure(i);
      out += ' ' + std::to_string(cells.values[row]) + std::string(name_of(cells.state(row)));
    }
    out += '\n';
  }
  return out;
}
inline std::string of_texts(std::string_view column, const Cells<std::string>& cells) {
  return read_with(column, [&](EvidenceReader& frame, std::size_t at) {
    for (const auto& cell : cells) cell ? add_text(frame, at, *cell) : frame.missing(at);
  });
}
inline std::string of_array(std::string_view column, ArrowMade& made) {
  made.point();
  return read_with(column, [&](EvidenceReader& frame, std::size_t at) { add_arrow(frame, at, made.schema, made.array); });
}
}
