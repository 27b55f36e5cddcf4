#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace problems {
inline constexpr ProblemEntry arrow_data{
    .code = "arrow.data",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"Arrow data that are not well-formed", "Dữ liệu Arrow không đúng định dạng"},
    .meaning = {"A column that came in the Arrow format breaks its rules; what it holds is not known.",
                "Một cột nhận ở định dạng Arrow không theo đúng định dạng đó, nên không biết nội dung là gì."},
    .remedy = {"Look for the fault in the program that made the column; other programs cannot read it either.",
               "Tìm lỗi ở chương trình tạo ra cột; chương trình khác cũng không đọc đúng được."},
    .expected = {"data as the Arrow format lays them out", "dữ liệu đúng theo định dạng Arrow"}};
inline constexpr ProblemEntry column_type{
    .code = "column.type",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A column of a type that is not read", "Cột có kiểu không đọc được"},
    .meaning =
        {"Evidence is text, numbers and truths, and dates where the measure is a date. Dates elsewhere, times with a zone, lists or bytes "
         "in "
         "a data frame are none of them, and chiso does not guess how they would be written.",
         "Số liệu là văn bản, số, có/không, hoặc ngày nếu số liệu có kiểu `date`. Ngày ở cột khác, thời điểm có múi giờ, danh sách, byte "
         "trong bảng dữ liệu không thuộc các kiểu đó, và chiso không tự suy đoán cách ghi."},
    .remedy = {"Turn the column into text or numbers before, or leave it out. Of a date as a period write the text, such as `2024-01`.",
               "Chuyển cột thành văn bản hoặc số trước khi đưa vào, hoặc bỏ cột. Nếu kỳ là ngày, ghi thành văn bản, ví dụ `2024-01`."},
    .expected = {"text, numbers, truths, dates of a date measure, or dictionaries of them",
                 "văn bản, số, có/không, ngày của số liệu kiểu date, hoặc từ điển của chúng"}};
inline constexpr ProblemEntry frame_stream{
    .code = "frame.stream",
    .domain = ProblemEntry::Domain::evidence,
    .title = {"A data frame that cannot be read to its end", "Bảng dữ liệu không đọc được đến hết"},
    .meaning = {"The stream by which a data frame hands over its columns failed, or is none of a table.",
                "Luồng chuyển các cột của bảng dữ liệu gặp lỗi, hoặc không phải của một bảng."},
    .remedy = {"What was found is in the words of the program that gives the data; mend it there and read again.",
               "Lỗi được ghi bằng lời của chương trình cung cấp dữ liệu; sửa ở đó rồi đọc lại."}};
inline constexpr const ProblemEntry* frame_problems[] = {&arrow_data, &column_type, &frame_stream};
}
}
