#pragma once
#include <chiso/core/build.hpp>
#include <string>
#include <string_view>

namespace chiso::inline CHISO_BUILD {
/// The column of a row (unit, block, period, track, ranked) that people mean by a word in a head, such as `Đơn vị` or `Year`, in any case;
/// empty if it is no usual word for one. O(length).
CHISO_INLINE std::string_view usual_column(std::string_view head);
/// Whether a unit is called as rows of totals and averages are: `Tổng cộng`, `Average of the communes`. `key` is room for its alike_key.
/// O(length).
CHISO_INLINE bool is_named_as_a_total(std::string_view unit, std::string& key);
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/usual_words.ipp>
#endif
