#include "io/problem_catalogue.hpp"

namespace chiso::inline CHISO_BUILD {
/// What is odd but not wrong: docs/guide/warnings.md says when each is told.
std::span<const ProblemEntry> warning_problems() {
  static constexpr ProblemEntry entries[] = {
      {"cap.unreachable",
       {"Mức trần không bao giờ đạt tới", "A cap that is never reached"},
       {"Tổng điểm cao nhất của các mục thưởng (hoặc trừ) nhỏ hơn mức trần của phần đó.",
        "All entries of the side together count less than its cap."},
       {"Hạ mức trần, hoặc kiểm tra điểm của các mục.", "Lower the cap, or check the points of the entries."}},
      {"points.unreachable",
       {"Điểm tối đa không bao giờ đạt được", "Points that no evidence can reach"},
       {"Với giới hạn của các số liệu, quy tắc không thể cho đủ điểm tối đa.",
        "Within the limits of the measures the rule cannot give all of its points."},
       {"Kiểm tra điểm tối đa, các mức của quy tắc, và `min`, `max` của số liệu.",
        "Check the points, the numbers of the rule, and `min` and `max` of the measures."}},
      {"previous.one_period",
       {"Chỉ có một kỳ", "Only one period"},
       {"Mô hình so sánh với kỳ trước (`previous`), nhưng bảng chỉ có một kỳ, nên giá trị kỳ trước bị thiếu.",
        "The model reads the previous period, and the table has only one, so what is read there is missing."},
       {"Thêm số liệu của kỳ trước vào bảng.", "Add the rows of the previous period to the table."}},
      {"ratio.above_100",
       {"Tỷ lệ trên 100 % vẫn được đủ điểm", "A ratio above 100 % that scores full"},
       {"Tỷ lệ giữa hai số liệu có thể vượt 100 % do nhập nhầm, và khi đó vẫn được đủ điểm.",
        "One measure out of another may exceed 100 % by a slip of typing, and scores all points then."},
       {"Nếu vượt 100 % là hợp lệ, viết `min(100, ...)`; nếu không, kiểm tra số liệu.",
        "Where more than all is meant, write `min(100, ...)`; where it cannot be, check the evidence."}},
      {"tie_break.undecided",
       {"Tiêu chí phụ không phân định được", "A tie break that decides nothing"},
       {"Chỉ số của tiêu chí này luôn bằng chỉ số đã so sánh trước đó.",
        "The index of this criterion is always one that was compared before it."},
       {"Bỏ tiêu chí này, hoặc chọn tiêu chí khác.", "Leave it out, or take another criterion."}},
      {"tier.same_points",
       {"Hai mức liền nhau cùng điểm", "Two tiers of the same points"},
       {"Mức này cho cùng số điểm với mức tiếp theo, nên một mức là đủ.",
        "The tier gives the points of the next, so one tier could stand for both."},
       {"Sửa điểm, hoặc gộp hai mức.", "Correct the points, or make them one tier."}},
      {"tier.unreachable",
       {"Mức điểm không bao giờ dùng đến", "A tier that no value reaches"},
       {"Với giới hạn của các số liệu, không giá trị nào rơi vào mức này.",
        "Within the limits of the measures no value falls into this tier."},
       {"Sửa giới hạn của mức, hoặc kiểm tra `min`, `max` của số liệu.", "Correct its ends, or check `min` and `max` of the measures."}},
  };
  return entries;
}
}
