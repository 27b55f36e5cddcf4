#pragma once
#include <chiso/core/words.hpp>

namespace chiso::inline CHISO_BUILD {
/// What can be wrong with Arrow data and streams, in the words of the messages.
namespace arrow_faults {
inline constexpr Words negative_length{"a negative length or offset", "độ dài hoặc vị trí âm"};
inline constexpr Words huge_length{"a length that no memory holds", "độ dài vượt quá bộ nhớ"};
inline constexpr Words wrong_nulls{"a count of nulls that cannot be", "số ô null không hợp lệ"};
inline constexpr Words children{"children, which the type does not have", "cột con mà kiểu này không có"};
inline constexpr Words other_buffers{"another number of buffers than the type has", "số vùng nhớ khác với kiểu"};
inline constexpr Words no_buffers{"no buffers", "thiếu các vùng nhớ", Words::absence};
inline constexpr Words unmarked_nulls{"nulls that are not marked", "ô null không được đánh dấu"};
inline constexpr Words no_values{"no buffer of values", "thiếu vùng nhớ giá trị", Words::absence};
inline constexpr Words no_sizes{"no sizes of buffers", "thiếu kích thước các vùng nhớ", Words::absence};
inline constexpr Words decreasing{"offsets of text that decrease", "vị trí văn bản giảm dần"};
inline constexpr Words outside{"text outside its buffer", "văn bản ngoài vùng nhớ"};
inline constexpr Words not_in_dictionary{"a place outside the dictionary", "vị trí không có trong từ điển"};
inline constexpr Words no_format{"no format", "thiếu định dạng", Words::absence};
inline constexpr Words no_whole_numbers{"a dictionary whose places are no whole numbers", "từ điển có vị trí không phải số nguyên"};
inline constexpr Words half_a_dictionary{"a dictionary in one of schema and array only", "từ điển chỉ có ở lược đồ hoặc chỉ có ở mảng"};
inline constexpr Words too_few_cells{"fewer cells than the batch has rows", "ít ô hơn số dòng"};
inline constexpr Words other_columns{"another number of columns than the schema has", "số cột khác với lược đồ"};
inline constexpr Words released{"a stream that is released", "luồng đã được giải phóng"};
inline constexpr Words stream_of{"a stream of {0}", "luồng của {0}"};
inline constexpr Words schema_without_format{"a schema without a format", "lược đồ thiếu định dạng"};
inline constexpr Words schema_without_columns{"a schema without its columns", "lược đồ thiếu các cột"};
}
}
