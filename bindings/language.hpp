#pragma once
#include <chiso/core/text.hpp>

namespace chiso_python {
/// The language of what is asked for without one: that of chiso.set_language, else the usual one of the process.
/// @throws chiso::Error if CHISO_LANG counts and is no language.
chiso::Text::Language language_in_force();
/// The same for a message, which must come whatever CHISO_LANG is: in doubt that of the locale.
chiso::Text::Language language_of_messages();
}
