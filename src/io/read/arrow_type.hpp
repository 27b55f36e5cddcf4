#pragma once
#include <chiso/core/build.hpp>
#include <chiso/core/problem.hpp>
#include <chiso/io/arrow_c.hpp>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// The type of the cells of an Arrow array, as far as evidence can read them.
struct ArrowType {
  enum class Kind { null, truth, whole, number, decimal, date, text, text_view, other };
  Kind kind = Kind::other;
  int bytes = 0;  ///< The size of a whole number, a float or a decimal; for text, the size of its offsets.
  bool is_signed = true;
  int scale = 0;             ///< The scale of a decimal.
  std::int64_t per_day = 0;  ///< The units of a date, or of a time without a zone, in a day.
};
/// The type that the format string of a schema means, apart from its dictionary.
ArrowType arrow_type(std::string_view format);
/// The name of the extension type that a schema says, as `pandas.period`: its cells are stored as something else than they mean. Empty if
/// it says none.
std::string_view arrow_extension(const ArrowSchema& schema);
/// The name of that type for messages.
Argument arrow_words(std::string_view format);
}
