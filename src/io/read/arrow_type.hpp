#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/io/arrow_c.hpp>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// What the cells of an Arrow array are, as far as evidence reads them.
struct ArrowType {
  enum class Kind { null, truth, whole, number, decimal, text, text_view, other };
  Kind kind = Kind::other;
  int bytes = 0;  ///< The size of a whole number, a float or a decimal; of text, the size of its offsets.
  bool is_signed = true;
  int scale = 0;  ///< The scale of a decimal.
};
/// What a format string of a schema means, its dictionary apart.
ArrowType arrow_type(std::string_view format);
/// The same in words.
Argument arrow_words(std::string_view format);
}
