#include <chiso/core/error.hpp>
#include <chiso/io/json/model.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// Any bytes give a model or a ModelError. A model is written as text that reads back to it and is written the same again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace chiso;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    const auto model = parse_model(text);
    const auto written = to_json(model);
    const auto again = parse_model(written);
    if (!(again == model) || to_json(again) != written) std::abort();
  } catch (const ModelError& error) {
    for (const auto& problem : error.problems())
      if (problem.place.line == 0 || problem.severity != Severity::error) std::abort();
    if (error.problems().empty()) std::abort();
  }
  return 0;
}
