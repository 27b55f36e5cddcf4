#pragma once
#include <chiso/core/text.hpp>
#include <chiso/score/scores.hpp>
#include <string>

namespace chiso_cli {
/// Where a row stands, in a line: `Index 88.12, rank 20 of 27 (down 10 from 10 in 2023), class Good`. Says where it is incomplete,
/// and why there is no rank.
std::string standing_words(const chiso::Scores& scores, std::size_t row, chiso::Text::Language language);
}
