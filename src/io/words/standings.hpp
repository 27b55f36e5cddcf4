#pragma once
#include <chiso/score/scores.hpp>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// The place of every row of the scores in its block, period and track.
struct Standing {
  std::optional<std::size_t> rank{};
  std::string_view class_id{};  ///< Empty where there is none.
};
/// By the index of the model, with classes; or by that of one criterion, without.
std::vector<Standing> standings(const Scores& scores, std::optional<std::size_t> node);
}
