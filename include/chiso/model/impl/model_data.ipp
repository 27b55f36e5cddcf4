#pragma once
#include <chiso/model/model.hpp>
#include <unordered_map>

namespace chiso::inline CHISO_BUILD {
/// What the copies of a model share.
struct ModelData {
  ModelDraft draft;
  std::vector<Problem> warnings{};
  Measures measures{};
  Derived derived{};
  std::vector<Criterion> nodes{};
  std::size_t criteria = 0;
  std::vector<std::size_t> items{};
  std::size_t leaves = 0;
  std::unordered_map<std::string, std::size_t> by_id{};
  Points points{};
  std::optional<Points> bonus_cap{}, penalty_cap{};
  NameList tracks{}, blocks{};
  std::vector<std::vector<std::size_t>> fallback{};
  std::vector<TieBreak> tie_break{};
  std::optional<Classes> classes{};
  std::vector<Check> checks{};
  Derived check_derived{};
};
}
