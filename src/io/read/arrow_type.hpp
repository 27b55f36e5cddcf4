#pragma once
#include <chiso/core/build.hpp>
#include <chiso/io/arrow_c.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What the cells of an Arrow array are, as far as evidence reads them.
struct ArrowType {
  enum class Kind { null, truth, whole, number, decimal, text, text_view, other };
  Kind kind = Kind::other;
  int bytes = 0;  ///< Of a whole number, a float or a decimal; of text, of its offsets.
  bool is_signed = true;
  int scale = 0;  ///< Of a decimal.
};
/// By the format string of a schema; its dictionary apart.
ArrowType arrow_type(std::string_view format);
/// What a format string means, in words.
std::string arrow_words(std::string_view format);
}
