#pragma once
#include <chiso/core/text.hpp>
#include <chiso/score/scorecard.hpp>
#include <optional>
#include <string>

namespace chiso_cli {
/// A scorecard as an aligned table: every criterion with its points, what they are out of, its index, state and reason; groups before what
/// they hold, which is set in; then bonus and penalty, and the total.
std::string table_of(const chiso::Model& model, const chiso::Scorecard& card, chiso::Text::Language language);
}
