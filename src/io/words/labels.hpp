#pragma once
#include <chiso/core/words.hpp>

/// What heads of tables and cells say on more than one page.
namespace chiso::inline CHISO_BUILD::labels {
inline constexpr Words number{"No.", "STT"}, criterion{"Criterion", "Tiêu chí"}, unit{"Unit", "Đơn vị"}, block{"Block", "Khối"},
    period{"Period", "Kỳ đánh giá"}, track{"Track", "Bước chấm"}, check{"Check", "Phép kiểm tra"}, measure{"Measure", "Số liệu"},
    figure{"Figure", "Số liệu"};
inline constexpr Words points{"Points", "Điểm"}, achieved{"Points", "Điểm đạt"}, applicable{"Of", "Tối đa áp dụng"},
    bonus{"Bonus", "Điểm thưởng"}, penalty{"Penalty", "Điểm trừ"}, total{"Total", "Tổng cộng"};
inline constexpr Words index{"Index", "Chỉ số"}, index_points{"Index points", "Điểm chỉ số"}, coverage{"Coverage", "Độ phủ"},
    rank{"Rank", "Hạng"}, class_of{"Class", "Xếp loại"}, state{"State", "Trạng thái"}, reason{"Reason", "Lý do"};
inline constexpr Words what{"What", "Nội dung"}, before{"Before", "Trước"}, now{"Now", "Nay"}, difference{"Difference", "Chênh lệch"},
    because_of{"Because of", "Nguyên nhân"};
inline constexpr Words yes{"yes", "có"}, no{"no", "không"}, incomplete{"incomplete", "chưa đủ số liệu"},
    missing{"missing", "thiếu số liệu"}, undefined{"undefined", "không tính được"};
}
