#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry measure_absent{
    .code = "measure.absent",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"The model lacks a measure of the evidence", "Bộ tiêu chí thiếu một số liệu của bảng"},
    .meaning = {"The evidence was read for another model, which has a measure that this one lacks.",
                "Bảng số liệu đã được đọc theo một bộ tiêu chí khác, có số liệu mà bộ tiêu chí này không khai báo."},
    .remedy = {"Keep the measure in the model, or read the table for this model.",
               "Giữ lại số liệu trong bộ tiêu chí, hoặc đọc lại bảng theo bộ tiêu chí này."},
    .found = {"no measure {0}", "thiếu số liệu {0}", Words::absence},
    .expected = {"every measure of the evidence", "đủ các số liệu của bảng"}};
inline constexpr ProblemEntry measure_differs{
    .code = "measure.differs",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"A measure that is declared otherwise", "Số liệu được khai báo khác trước"},
    .meaning = {"Type, decimals or options of the measure are not those by which the evidence was read.",
                "Kiểu, số chữ số thập phân hoặc phương án của số liệu khác với bộ tiêu chí đã dùng khi đọc bảng."},
    .remedy = {"Declare it as before, or read the table for this model.", "Khai báo như cũ, hoặc đọc lại bảng theo bộ tiêu chí này."},
    .expected = {"{1}, as in the evidence", "{1}, như trong bảng số liệu"}};
inline constexpr ProblemEntry measure_order{
    .code = "measure.order",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"Measures in another order", "Các số liệu có thứ tự khác trước"},
    .meaning = {"Measures must be in the order of the model for which the evidence was read.",
                "Các số liệu phải có cùng thứ tự như trong bộ tiêu chí đã dùng khi đọc bảng."},
    .remedy = {"Keep their order, or read the table for this model.", "Giữ nguyên thứ tự, hoặc đọc lại bảng theo bộ tiêu chí này."},
    .expected = {"the measures in the order of the evidence: here {1}", "các số liệu theo thứ tự của bảng: ở đây là {1}"}};
inline constexpr ProblemEntry measure_unknown{
    .code = "measure.unknown",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"The evidence lacks a measure of the model", "Bảng thiếu một số liệu của bộ tiêu chí"},
    .meaning = {"The model has a measure that the evidence does not have.", "Bộ tiêu chí có một số liệu mà bảng đã đọc không có."},
    .remedy = {"Read the table for this model.", "Đọc lại bảng theo bộ tiêu chí này."},
    .found = {"a measure that the evidence lacks", "một số liệu mà bảng không có"},
    .expected = {"measures of the evidence only", "chỉ các số liệu của bảng"}};
inline constexpr ProblemEntry stated_decimals{
    .code = "stated.decimals",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"Stated points of other decimals", "Điểm ghi trực tiếp có số chữ số thập phân khác"},
    .meaning = {"The model has other `point_decimals` than when the stated points were read.",
                "`point_decimals` của bộ tiêu chí khác với khi đọc điểm ghi trực tiếp."},
    .remedy = {"Keep `point_decimals`, or read the table for this model.",
               "Giữ nguyên `point_decimals`, hoặc đọc lại bảng theo bộ tiêu chí này."},
    .found = {"{0} point_decimals", "point_decimals bằng {0}"},
    .expected = {"{1}, as in the evidence", "{1}, như trong bảng số liệu"}};
inline constexpr ProblemEntry stated_refused{
    .code = "stated.refused",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"Stated points that the model refuses", "Bộ tiêu chí không nhận điểm ghi trực tiếp"},
    .meaning = {"The evidence states points, and the model does not accept them.",
                "Bảng có cột `points.<mã>` ghi trực tiếp điểm, nhưng bộ tiêu chí không cho phép."},
    .remedy = {"Write `\"stated_points\": \"accept\"` into the model, or leave those columns out.",
               "Ghi `\"stated_points\": \"accept\"` trong bộ tiêu chí, hoặc bỏ các cột đó."},
    .found = {"stated points", "điểm ghi trực tiếp"},
    .expected = {"none: the model does not accept them", "bỏ điểm ghi trực tiếp, vì bộ tiêu chí không cho phép"}};
inline constexpr ProblemEntry stated_unknown{
    .code = "stated.unknown",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"Stated points of a leaf that is not there", "Điểm ghi trực tiếp cho tiêu chí không tồn tại"},
    .meaning = {"The evidence states points of a leaf that this model lacks.",
                "Bảng ghi trực tiếp điểm của một tiêu chí mà bộ tiêu chí này không có."},
    .remedy = {"Keep the id of the leaf, or read the table for this model.",
               "Giữ nguyên mã tiêu chí, hoặc đọc lại bảng theo bộ tiêu chí này."},
    .found = {"no leaf {0}", "thiếu tiêu chí thành phần {0}", Words::absence},
    .expected = {"the leaf whose points the evidence states", "tiêu chí thành phần được bảng ghi điểm"}};
inline constexpr ProblemEntry tracks_differ{.code = "tracks.differ",
                                            .domain = ProblemEntry::Domain::fitting,
                                            .title = {"Other tracks", "Các bước chấm khác trước"},
                                            .meaning = {"The model has other tracks than the one for which the evidence was read.",
                                                        "Bộ tiêu chí có các bước chấm khác với bộ tiêu chí đã dùng khi đọc bảng."},
                                            .remedy = {"Keep the list `tracks`, or read the table for this model.",
                                                       "Giữ nguyên danh sách `tracks`, hoặc đọc lại bảng theo bộ tiêu chí này."},
                                            .found = {"the tracks {0}", "các bước chấm {0}"},
                                            .expected = {"those of the evidence: {1}", "các bước chấm của bảng số liệu: {1}"}};
inline constexpr const ProblemEntry* evidence_fitting_problems[] = {&measure_absent,  &measure_differs, &measure_order,  &measure_unknown,
                                                                    &stated_decimals, &stated_refused,  &stated_unknown, &tracks_differ};
}
}
