// What the compile times of include_time are measured on, beside an empty program: a model is built in code, columns are scored and ranked.
#include <chiso/chiso.hpp>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

int main() {
  using namespace chiso;
  const auto model =
      Model::build({.id = "one-program",
                    .measures = {{"received", {.type = MeasureType::count}},
                                 {"on_time", {.type = MeasureType::count}},
                                 {"site", {.type = MeasureType::yes_no}}},
                    .criteria = {group("service", {leaf("on_time", 6, rules::Proportional{.value = "on_time / received", .full_at = 1},
                                                        {.undefined = WhenUndefined::zero}),
                                                   leaf("site", 4, rules::YesNo{.value = "site"})})}});
  const std::vector<std::int64_t> received{100, 80, 120}, on_time{95, 80, 60};
  const std::vector<std::uint8_t> site{1, 0, 1};
  EvidenceBuilder builder(model);
  builder.texts("unit", {"first", "second", "third"});
  builder.integers("received", received).integers("on_time", on_time).booleans("site", site);
  const auto scores = score(model, builder.build());
  for (const auto& row : ranking(scores, {}))
    std::printf("%zu %s %s\n", row.rank, std::string(row.unit).c_str(), row.index.published().text().c_str());
}
