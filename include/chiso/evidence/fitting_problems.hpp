#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry measure_absent{
    .code = "measure.absent",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"The model lacks a measure of the evidence", "Mô hình thiếu số liệu của bảng"},
    .meaning = {"The evidence was read for another model, which has a measure that this one lacks.",
                "Bảng số liệu được đọc theo một mô hình khác, có số liệu mà mô hình này không khai báo."},
    .remedy = {"Keep the measure in the model, or read the table for this model.",
               "Giữ số liệu trong mô hình, hoặc đọc lại bảng theo mô hình này."},
    .found = {"no measure {0}", "thiếu số liệu {0}"},
    .expected = {"every measure of the evidence", "mọi số liệu của bảng"}};
inline constexpr ProblemEntry measure_differs{
    .code = "measure.differs",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"A measure that is declared otherwise", "Số liệu được khai báo khác"},
    .meaning = {"Type, decimals or options of the measure are not those by which the evidence was read.",
                "Kiểu, số chữ số thập phân hoặc phương án của số liệu khác với mô hình mà bảng được đọc theo."},
    .remedy = {"Declare it as before, or read the table for this model.", "Khai báo như cũ, hoặc đọc lại bảng theo mô hình này."},
    .expected = {"{1}, as in the evidence", "{1}, như trong bảng số liệu"}};
inline constexpr ProblemEntry measure_order{
    .code = "measure.order",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"Measures in another order", "Số liệu theo thứ tự khác"},
    .meaning = {"Measures must be in the order of the model for which the evidence was read.",
                "Các số liệu phải theo cùng thứ tự với mô hình mà bảng được đọc theo."},
    .remedy = {"Keep their order, or read the table for this model.", "Giữ thứ tự, hoặc đọc lại bảng theo mô hình này."},
    .expected = {"the measures in the order of the evidence: here {1}", "các số liệu theo thứ tự của bảng: ở đây là {1}"}};
inline constexpr ProblemEntry measure_unknown{
    .code = "measure.unknown",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"The evidence lacks a measure of the model", "Bảng thiếu số liệu của mô hình"},
    .meaning = {"The model has a measure that the evidence does not have.", "Mô hình có số liệu mà bảng đã đọc không có."},
    .remedy = {"Read the table for this model.", "Đọc lại bảng theo mô hình này."},
    .found = {"a measure that the evidence lacks", "số liệu mà bảng không có"},
    .expected = {"measures of the evidence only", "chỉ các số liệu của bảng"}};
inline constexpr ProblemEntry stated_decimals{
    .code = "stated.decimals",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"Stated points of other decimals", "Điểm nêu sẵn có số chữ số thập phân khác"},
    .meaning = {"The model has other `point_decimals` than when the stated points were read.",
                "`point_decimals` của mô hình khác với khi đọc điểm nêu sẵn."},
    .remedy = {"Keep `point_decimals`, or read the table for this model.", "Giữ `point_decimals`, hoặc đọc lại bảng theo mô hình này."},
    .found = {"{0} point_decimals", "point_decimals bằng {0}"},
    .expected = {"{1}, as in the evidence", "{1}, như trong bảng số liệu"}};
inline constexpr ProblemEntry stated_refused{
    .code = "stated.refused",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"Stated points that the model refuses", "Mô hình không nhận điểm nêu sẵn"},
    .meaning = {"The evidence states points, and the model does not accept them.",
                "Bảng có cột `points.<mã>` với điểm nêu sẵn, nhưng mô hình không cho phép."},
    .remedy = {"Write `\"stated_points\": \"accept\"` into the model, or leave those columns out.",
               "Ghi `\"stated_points\": \"accept\"` trong mô hình, hoặc bỏ các cột đó."},
    .found = {"stated points", "điểm nêu sẵn"},
    .expected = {"none: the model does not accept them", "bỏ điểm nêu sẵn: mô hình không cho phép"}};
inline constexpr ProblemEntry stated_unknown{
    .code = "stated.unknown",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"Stated points of a leaf that is not there", "Điểm nêu sẵn cho tiêu chí không tồn tại"},
    .meaning = {"The evidence states points of a leaf that this model lacks.", "Bảng nêu điểm cho một tiêu chí mà mô hình này không có."},
    .remedy = {"Keep the id of the leaf, or read the table for this model.", "Giữ mã tiêu chí, hoặc đọc lại bảng theo mô hình này."},
    .found = {"no leaf {0}", "thiếu tiêu chí thành phần {0}"},
    .expected = {"the leaf whose points the evidence states", "tiêu chí thành phần mà bảng nêu điểm"}};
inline constexpr ProblemEntry tracks_differ{
    .code = "tracks.differ",
    .domain = ProblemEntry::Domain::fitting,
    .title = {"Other tracks", "Bước chấm khác nhau"},
    .meaning = {"The model has other tracks than the one for which the evidence was read.",
                "Mô hình có các bước chấm khác với mô hình mà bảng được đọc theo."},
    .remedy = {"Keep the list `tracks`, or read the table for this model.", "Giữ danh sách `tracks`, hoặc đọc lại bảng theo mô hình này."},
    .found = {"the tracks {0}", "các bước {0}"},
    .expected = {"those of the evidence: {1}", "các bước của bảng số liệu: {1}"}};
inline constexpr const ProblemEntry* evidence_fitting_problems[] = {&measure_absent,  &measure_differs, &measure_order,  &measure_unknown,
                                                                    &stated_decimals, &stated_refused,  &stated_unknown, &tracks_differ};
}
}
