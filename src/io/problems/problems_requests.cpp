#include <io/problems/problem_catalogue.hpp>

namespace chiso::inline CHISO_BUILD {
/// What was asked for beside models and tables: files, names, rows.
std::span<const ProblemEntry> request_problems() {
  static constexpr ProblemEntry entries[] = {
      {"file.read",
       {"A file that cannot be read", "Không đọc được tệp"},
       {"The file is not there, may not be read, or is something else than a file of a reasonable size. Nothing was done.",
        "Tệp không tồn tại, không có quyền đọc, không phải là tệp hoặc quá lớn. Chưa có gì được thực hiện."},
       {"Check the name and the folder, and who may read the file.", "Kiểm tra tên tệp, thư mục và quyền đọc."},
       {},
       {}},
      {"file.write",
       {"A file that cannot be written", "Không ghi được tệp"},
       {"The folder is not there, may not be written to, or the disk is full. A file that was there before is as it was.",
        "Thư mục không tồn tại, không có quyền ghi hoặc ổ đĩa đã đầy. Tệp có từ trước vẫn giữ nguyên."},
       {"Check the folder and who may write there, or make room.", "Kiểm tra thư mục và quyền ghi, hoặc giải phóng ổ đĩa."},
       {},
       {}},
      {"name.unknown",
       {"A name that does not occur", "Tên không có trong dữ liệu"},
       {"A unit, block, period, track or criterion was asked for by a name that neither the evidence nor the model has.",
        "Đơn vị, khối, kỳ, bước chấm hoặc tiêu chí được hỏi theo một tên không có trong bảng số liệu và mô hình."},
       {"Write the name as the evidence or the model has it.", "Ghi tên đúng như trong bảng số liệu hoặc mô hình."},
       {},
       {}},
      {"row.absent",
       {"A row that is not there", "Không có dòng như vậy"},
       {"The unit or block occurs, the period and the track too, but not together.",
        "Có đơn vị hoặc khối này, có kỳ và bước chấm này, nhưng không có dòng nào gồm đủ các giá trị đó."},
       {"Ask for a period and a track that the unit or block has.", "Chọn kỳ và bước chấm mà đơn vị hoặc khối có."},
       {},
       {}},
  };
  return entries;
}
}
