#include "evidence/tables.hpp"
#include "support/arrow_arrays.hpp"
#include "support/random.hpp"
#include <chiso/core/error.hpp>
#include <chiso/io/read/frame.hpp>
#include <cstddef>
#include <cstdint>

namespace {
using namespace chiso;
using namespace chiso_test;

template <class Number>
ArrowOwned numbers(const char* format, std::size_t count, const ArrowLayout& layout, Random& random) {
  Cells<Number> cells(count);
  for (auto& cell : cells)
    if (!random.one_in(4)) {
      const auto bits = random.below(3) == 0 ? random.below(65536) * 0x0001'0001'0001'0001 : random.below(8);
      Number number;
      std::memcpy(&number, &bits, sizeof number);
      cell = random.one_in(3) ? static_cast<Number>(random.below(5)) : number;
    }
  return arrow_numbers<Number>(format, cells, layout);
}
/// An array whose buffers are as long as its cells require, whatever they contain; up to `deep` levels of dictionaries may follow.
ArrowOwned any_array(std::size_t count, Random& random, int deep) {
  const ArrowLayout layout{.bitmap = random.one_in(2), .counted = random.one_in(2), .offset = static_cast<std::int64_t>(random.below(11))};
  const auto kind = random.below(18);
  ArrowOwned out;
  switch (kind) {
    case 0: out = numbers<std::int8_t>("c", count, layout, random); break;
    case 1: out = numbers<std::uint8_t>("C", count, layout, random); break;
    case 2: out = numbers<std::int16_t>("s", count, layout, random); break;
    case 3: out = numbers<std::uint16_t>("S", count, layout, random); break;
    case 4: out = numbers<std::int32_t>("i", count, layout, random); break;
    case 5: out = numbers<std::uint32_t>("I", count, layout, random); break;
    case 6: out = numbers<std::int64_t>("l", count, layout, random); break;
    case 7: out = numbers<std::uint64_t>("L", count, layout, random); break;
    case 8: out = numbers<std::uint16_t>("e", count, layout, random); break;
    case 9: out = numbers<std::uint32_t>("f", count, layout, random); break;
    case 10: out = numbers<std::uint64_t>("g", count, layout, random); break;
    case 11: out = arrow_nulls(static_cast<std::int64_t>(count)); break;
    case 12: {
      Cells<std::int64_t> cells(count);
      for (auto& cell : cells)
        if (!random.one_in(4)) cell = random.within(-300, 30000) * (random.one_in(9) ? 1'000'000'007 : 1);
      const auto size = std::size_t{4} << random.below(4);
      const auto type = "d:9," + std::to_string(random.within(-80, 80)) + ',' + std::to_string(size * 8);
      out = arrow_decimals(random.one_in(3) ? "d:9,2," + std::to_string(size * 8) : type, size, cells, layout);
      break;
    }
    case 13: {
      Cells<bool> cells(count);
      for (auto& cell : cells)
        if (!random.one_in(4)) cell = random.one_in(2);
      out = arrow_truths(cells, layout);
      break;
    }
    case 14: out = numbers<std::int32_t>("tdD", count, layout, random); break;
    case 15: out = numbers<std::int64_t>(random.of<const char*>({"tdm", "tss:", "tsn:"}), count, layout, random); break;
    default: {
      Cells<std::string> cells(count);
      for (auto& cell : cells)
        if (!random.one_in(4))
          cell = random.of<std::string>(
              {"", "1", "2.5", "late", " A", "Xa\xCC\x83", "\xFF", "2024", "a text that is longer than a view", std::string("\0", 1)});
      const auto format = random.of<std::string>({"u", "U", "vu"});
      out = arrow_texts(format, cells, layout);
      // Offsets and views may have any value: small numbers and large ones, so that valid ones occur too. Lengths of text are checked
      // against the last offset or the sizes, which are left as they are.
      auto& places = out->buffers[1];
      const auto width = format == "u" ? 4U : format == "U" ? 8U : 16U;
      const auto last = format == "vu" ? places.size() : places.size() - width;
      if (random.one_in(2))
        for (auto changes = random.below(4); changes > 0 && last > width; --changes)
          places[width + random.below(last - width)] = static_cast<char>(random.below(256));
    }
  }
  if (kind < 8 && deep > 0 && random.one_in(3)) out->dictionary = any_array(random.below(6), random, deep - 1);
  return out;
}
}

/// The bytes choose the columns of a frame, their chunks and types; any bytes give evidence or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Model model = [] {
    auto draft = table_draft();
    draft.measures.emplace_back("due", measure(MeasureType::date));
    return Model::build(std::move(draft));
  }();
  Random random(std::span<const std::uint8_t>(data, size));
  if (size < 4) return 0;
  auto frame = frame_reader(model, {.absent_measures = AbsentMeasures::missing, .most_problems = 20});
  try {
    const auto columns = random.below(6);
    const auto rows = random.one_in(20) ? 1100 : random.below(12);
    for (std::uint64_t i = 0; i < columns; ++i) {
      const auto at = add_column(frame, random.of<std::string>({"unit", "block", "period", "track", "ranked", "cases", "score", "plan",
                                                                "funded", "cases.not_applicable", "due", "x", "", "\xFF"}));
      const auto first = random.below(rows + 1);
      for (const auto count : {first, rows - first}) {
        const auto array = any_array(count, random, 2);
        array->point();
        if (random.one_in(30) && count > 0) array->array.length = static_cast<std::int64_t>(random.below(3)) - 1;
        if (random.one_in(30) && array->format != "vu") array->array.n_buffers = static_cast<std::int64_t>(random.below(5));
        if (random.one_in(30)) array->array.null_count = static_cast<std::int64_t>(random.below(5)) - 2;
        add_arrow(frame, at, array->schema, array->array);
      }
    }
    frame.build();
  } catch (const Error&) {
  }
  return 0;
}
