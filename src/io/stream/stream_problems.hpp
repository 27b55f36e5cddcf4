#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry stream_unsupported{
    .code = "stream.unsupported",
    .domain = ProblemEntry::Domain::requests,
    .title = {"Something that is not scored piece by piece", "Không chấm được theo từng phần"},
    .meaning = {"The model, the table or the output asks for something that needs all rows in memory at once. Nothing was done.",
                "Bộ tiêu chí, bảng số liệu hoặc kết quả cần có tất cả các dòng trong bộ nhớ cùng lúc. Chương trình chưa làm gì."},
    .remedy = {"Score the table without --stream, in Python with score(), on a machine with enough memory.",
               "Chấm điểm không dùng --stream (trong Python: dùng score()) trên máy đủ bộ nhớ."},
    .found = {"{0}", "{0}"},
    .expected = {"a table and a model that are scored piece by piece", "bảng và bộ tiêu chí chấm được theo từng phần"}};
inline constexpr const ProblemEntry* stream_problems[] = {&stream_unsupported};
}
}
