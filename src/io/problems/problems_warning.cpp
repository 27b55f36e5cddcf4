#include <io/problems/problem_catalogue.hpp>

namespace chiso::inline CHISO_BUILD {
/// What is odd but not wrong: docs/guide/warnings.md says when each is told.
std::span<const ProblemEntry> warning_problems() {
  static constexpr ProblemEntry entries[] = {
      {"cap.unreachable",
       {"A cap that is never reached", "Mức trần không bao giờ đạt tới"},
       {"All entries of the side together count less than its cap.",
        "Tổng điểm cao nhất của các mục thưởng (hoặc trừ) nhỏ hơn mức trần của phần đó."},
       {"Lower the cap, or check the points of the entries.", "Hạ mức trần, hoặc kiểm tra điểm của các mục."},
       "\"cap\": 3",
       "\"cap\": 2"},
      {"points.unreachable",
       {"Points that no evidence can reach", "Điểm tối đa không bao giờ đạt được"},
       {"Within the limits of the measures the rule cannot give all of its points.",
        "Với giới hạn của các số liệu, quy tắc không thể cho đủ điểm tối đa."},
       {"Check the points, the numbers of the rule, and `min` and `max` of the measures.",
        "Kiểm tra điểm tối đa, các mức của quy tắc, và `min`, `max` của số liệu."},
       "\"each\": 0.1",
       "\"each\": 0.25"},
      {"frame.lost_words",
       {"A word that pandas takes for a blank", "Từ mà pandas coi là ô trống"},
       {"`pandas.read_csv` reads `NA`, `None`, `n/a`, `null` and some other words as missing. The model has an option of that name, and "
        "cells "
        "of its measure are missing: they may have been that option.",
        "`pandas.read_csv` đọc các từ như `NA`, `None`, `n/a`, `null` thành ô thiếu số liệu. Mô hình có phương án trùng tên như vậy, và số "
        "liệu của nó có ô thiếu: có thể đó chính là phương án này."},
       {"Read the file with `keep_default_na=False, na_values=[\"\"]`, or by `chiso.read_evidence`.",
        "Đọc tệp với `keep_default_na=False, na_values=[\"\"]`, hoặc dùng `chiso.read_evidence`."},
       {},
       {}},
      {"period.order",
       {"Periods that text orders otherwise than time", "Kỳ xếp theo văn bản khác với thời gian"},
       {"Periods are ordered as text, and these end in the year: 01/2024 comes before 12/2023. The previous period, the last one and "
        "changes of "
        "rank are then not those of time.",
        "Các kỳ được xếp theo thứ tự văn bản, mà ở đây năm đứng cuối: 01/2024 xếp trước 12/2023. Khi đó kỳ trước, kỳ cuối và mức tăng, "
        "giảm hạng "
        "không theo đúng thời gian."},
       {"Write the year first: 2023-12, 2024-Q1.", "Ghi năm đứng trước: 2023-12, 2024-Q1."},
       {},
       {}},
      {"previous.one_period",
       {"Only one period", "Chỉ có một kỳ"},
       {"The model reads the previous period, and the table has only one, so what is read there is missing.",
        "Mô hình so sánh với kỳ trước (`previous`), nhưng bảng chỉ có một kỳ, nên giá trị kỳ trước bị thiếu."},
       {"Add the rows of the previous period to the table.", "Thêm số liệu của kỳ trước vào bảng."}},
      {"ratio.above_100",
       {"A ratio above 100 % that scores full", "Tỷ lệ trên 100 % vẫn được đủ điểm"},
       {"One measure out of another may exceed 100 % by a slip of typing, and scores all points then.",
        "Tỷ lệ giữa hai số liệu có thể vượt 100 % do nhập nhầm, và khi đó vẫn được đủ điểm."},
       {"Where more than all is meant, write `min(100, ...)`; where it cannot be, check the evidence.",
        "Nếu vượt 100 % là hợp lệ, viết `min(100, ...)`; nếu không, kiểm tra số liệu."},
       "\"value\": \"resolved / received\"",
       "\"value\": \"min(1, resolved / received)\""},
      {"tie_break.undecided",
       {"A tie break that decides nothing", "Tiêu chí phụ không phân định được"},
       {"The index of this criterion is always one that was compared before it.",
        "Chỉ số của tiêu chí này luôn bằng chỉ số đã so sánh trước đó."},
       {"Leave it out, or take another criterion.", "Bỏ tiêu chí này, hoặc chọn tiêu chí khác."},
       "[\"II\", \"all\", \"I.1.1\", \"II.1\", \"I\"]",
       "[\"II\"]"},
      {"tier.same_points",
       {"Two tiers of the same points", "Hai mức liền nhau cùng điểm"},
       {"The tier gives the points of the next, so one tier could stand for both.",
        "Mức này cho cùng số điểm với mức tiếp theo, nên một mức là đủ."},
       {"Correct the points, or make them one tier.", "Sửa điểm, hoặc gộp hai mức."},
       "{\"from\": 90, \"points\": 2}, {\"from\": 70, \"points\": 2}",
       "{\"from\": 90, \"points\": 2}, {\"from\": 70, \"points\": 1.5}"},
      {"tier.unreachable",
       {"A tier that no value reaches", "Mức điểm không bao giờ dùng đến"},
       {"Within the limits of the measures no value falls into this tier.",
        "Với giới hạn của các số liệu, không giá trị nào rơi vào mức này."},
       {"Correct its ends, or check `min` and `max` of the measures.", "Sửa giới hạn của mức, hoặc kiểm tra `min`, `max` của số liệu."},
       "{\"above\": 12, \"points\": 0}, {\"from\": 12, \"points\": 2}",
       "{\"from\": 12, \"points\": 2}"},
  };
  return entries;
}
}
