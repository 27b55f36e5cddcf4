#pragma once
#include <chiso/core/error.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// A name that does not occur: what was asked for, what there is (the first of it), and what may have been meant.
inline ShapeError unknown_name(std::string_view what, std::string_view name, std::span<const std::string> known) {
  constexpr std::size_t most_listed = 20;
  std::string text = "no " + std::string(what) + " '" + std::string(name) + "'; there ";
  text += known.size() == 1 ? "is only: " : "are: ";
  for (std::size_t i = 0; i < known.size() && i < most_listed; ++i)
    text += (i > 0 ? ", " : "") + (known[i].empty() ? "'' (the unnamed one)" : known[i]);
  if (known.size() > most_listed) text += ", and " + std::to_string(known.size() - most_listed) + " more";
  const auto near = nearest(name, {known.begin(), known.end()});
  if (near && !near->empty()) text += "; did you mean '" + std::string(*near) + "'?";
  return ShapeError(text);
}
}
