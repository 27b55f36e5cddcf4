#pragma once
#include <io/words/counted.hpp>

namespace chiso_cli {
using Language = chiso::Text::Language;
namespace things = chiso::things;
using chiso::Things;
}
