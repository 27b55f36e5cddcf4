#pragma once
#include <chiso/core/problem.hpp>

namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry ends_last{
    .code = "ends.last",
    .domain = ProblemEntry::Domain::rule,
    .title = {"Ends on the last, or none before it", "Mức cuối có giới hạn, hoặc mức khác không có giới hạn"},
    .meaning = {"The last tier or band takes all that is left, so it has no ends; every one before it has at least one.",
                "Mức cuối cùng nhận mọi giá trị còn lại nên không ghi giới hạn; mọi mức đứng trước phải có ít nhất một giới hạn."},
    .remedy = {"Take the ends from the last, or give the earlier one `from`, `above`, `to` or `below`.",
               "Bỏ giới hạn ở mức cuối, hoặc thêm `from`, `above`, `to`, `below` cho mức đứng trước."},
    .wrong = "{\"id\": \"a b\"}",
    .right = "{\"id\": \"a b\", \"from\": 5}"};
inline constexpr ProblemEntry ends_two{
    .code = "ends.two",
    .domain = ProblemEntry::Domain::rule,
    .title = {"Two ends on one side", "Hai giới hạn ở cùng một phía"},
    .meaning = {"`above` and `from` are both lower ends, `below` and `to` both upper ends; a side has one.",
                "`above` và `from` đều là giới hạn dưới, `below` và `to` đều là giới hạn trên; mỗi phía chỉ được ghi một."},
    .remedy = {"Keep `from` where the end itself belongs to it (>=), `above` where it does not (>).",
               "Giữ `from` nếu tính cả giá trị giới hạn (>=), giữ `above` nếu không tính giá trị đó (>)."},
    .wrong = "\"above\": 60, \"from\": 50",
    .right = "\"from\": 50",
    .expected = {"one end on each side", "chỉ ghi một giới hạn ở mỗi phía"}};
inline constexpr ProblemEntry ends_unreachable{
    .code = "ends.unreachable",
    .domain = ProblemEntry::Domain::rule,
    .title = {"A tier or band that is never reached", "Mức không bao giờ đạt được"},
    .meaning = {"They are read in order, and earlier ones hold every number of this one.",
                "Các mức được xét theo thứ tự; mọi giá trị của mức này đã thuộc các mức đứng trước."},
    .remedy = {"Put them in the order in which they are to be tried, or correct the ends.", "Xếp lại thứ tự các mức, hoặc sửa giới hạn."},
    .wrong = "{\"id\": \"fair\", \"from\": 90}",
    .right = "{\"id\": \"fair\", \"from\": 70}",
    .expected = {"numbers that no earlier one holds", "giá trị chưa thuộc mức nào trước đó"}};
inline constexpr ProblemEntry parts_nesting{
    .code = "parts.nesting",
    .domain = ProblemEntry::Domain::rule,
    .title = {"`best_of` and `sum_of` nested too deep", "`best_of` và `sum_of` lồng nhau quá sâu"},
    .meaning = {"They stand at most 4 inside one another.", "Hai cách chấm này được lồng nhau tối đa 4 tầng."},
    .remedy = {"Split the leaf into several.", "Tách thành nhiều tiêu chí thành phần."},
    .found = {"a fifth level of best_of and sum_of", "tầng thứ năm của best_of và sum_of"},
    .expected = {"at most 4 levels", "tối đa 4 tầng"}};
inline constexpr ProblemEntry parts_none{
    .code = "parts.none",
    .domain = ProblemEntry::Domain::rule,
    .title = {"A rule without parts", "Cách chấm không có phần nào"},
    .meaning = {"`best_of` takes the best of its parts, `sum_of` adds them up; both need one at least.",
                "`best_of` lấy phần có điểm cao nhất, `sum_of` cộng điểm các phần; cả hai phải có ít nhất một phần."},
    .remedy = {"List the parts in `parts`, each with `points` and `rule`.", "Ghi các phần vào `parts`, mỗi phần có `points` và `rule`."},
    .wrong = "\"parts\": []",
    .right = "\"parts\": [{\"points\": 1, \"rule\": {\"type\": \"yes_no\", \"value\": \"done\"}}]",
    .found = {"an empty list", "danh sách trống"},
    .expected = {"at least one part", "ít nhất một phần"}};
inline constexpr ProblemEntry points_decimals{
    .code = "points.decimals",
    .domain = ProblemEntry::Domain::rule,
    .title = {"Points with too many decimals", "Điểm có quá nhiều chữ số thập phân"},
    .meaning = {"Points in a model have at most `point_decimals` decimals (6 by default).",
                "Điểm trong bộ tiêu chí có tối đa `point_decimals` chữ số thập phân (mặc định 6)."},
    .remedy =
        {"Round the points, or raise `point_decimals` (at most 9). Equal thirds of 100 are 33.333334, 33.333333 and 33.333333; "
         "[weights](../guide/weights.md) are divided so.",
         "Làm tròn điểm, hoặc tăng `point_decimals` của bộ tiêu chí (tối đa 9). Chia đều 100 điểm cho ba tiêu chí thì được 33,333334, "
         "33,333333 và 33,333333; xem cách chia theo [trọng số](../guide/weights.md)."},
    .wrong = "\"cap\": 0.00000001",
    .right = "\"cap\": 0.1",
    .expected = {"at most {1} decimals, as point_decimals says", "tối đa {1} chữ số thập phân, theo point_decimals"}};
inline constexpr ProblemEntry points_range{
    .code = "points.range",
    .domain = ProblemEntry::Domain::rule,
    .title = {"Points out of range", "Điểm ngoài giới hạn"},
    .meaning = {"The points of a criterion are above 0; points in a rule lie within 0 and the points of its criterion.",
                "Điểm của tiêu chí phải lớn hơn 0; điểm trong cách chấm phải từ 0 đến điểm tối đa của tiêu chí."},
    .remedy = {"Correct the points. To take points away, write them above 0 in the rule `deduct` or `deductions`, or in `penalty` of "
               "`adjustments`.",
               "Sửa số điểm. Muốn trừ điểm thì ghi số dương trong cách chấm `deduct` hoặc `deductions`, hoặc trong mục trừ (`penalty`) ở "
               "`adjustments`."},
    .wrong = "\"cap\": -1",
    .right = "\"cap\": 1"};
/// What a problem expects if points must not be 0.
inline constexpr Words above_0{"points above 0", "điểm lớn hơn 0"},
    above_0_or_deduct{
        "points above 0: deduct and deductions take points off, and penalties stand in adjustments",
        "điểm lớn hơn 0: muốn trừ điểm thì dùng cách chấm deduct hoặc deductions, còn điểm trừ ngoài thang ghi ở adjustments"};
inline constexpr const ProblemEntry* rule_problems[] = {&ends_last,  &ends_two,        &ends_unreachable, &parts_nesting,
                                                        &parts_none, &points_decimals, &points_range};
}
}
