#pragma once
#include <chiso/core/problem.hpp>

// Problems of weights that are given to a model. Their places are pointers into the weights: `/<id>`; the top of the tree is ``.
namespace chiso::inline CHISO_BUILD {
namespace CHISO_EXPORT problems {
inline constexpr ProblemEntry weight_value{
    .code = "weight.value",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A weight that is not above 0", "Trọng số không lớn hơn 0"},
    .meaning =
        {"Weights say how the points of a group are divided, so each is above 0. They need not sum to 1 or 100.",
         "Trọng số cho biết điểm của nhóm được chia thế nào, nên mỗi trọng số phải lớn hơn 0. Tổng không nhất thiết bằng 1 hay 100."},
    .remedy = {"Give it a weight above 0. A criterion that is to weigh nothing is left out of the model: delete it in the draft.",
               "Ghi trọng số lớn hơn 0. Tiêu chí không tính điểm thì xóa khỏi bộ tiêu chí (trong bản thảo)."},
    .expected = {"a number above 0", "số lớn hơn 0"}};
inline constexpr ProblemEntry weight_absent{
    .code = "weight.absent",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A group with some of its weights", "Nhóm chưa đủ trọng số"},
    .meaning =
        {"The weights of a group divide its points among its criteria, so either all of them have one or none. Global weights divide "
         "the points of the whole model, so every criterion has one, or stands in a group that has one.",
         "Trọng số của nhóm chia điểm của nhóm cho các tiêu chí trong đó, nên hoặc mọi tiêu chí đều có trọng số, hoặc không tiêu chí "
         "nào có. Trọng số chung chia điểm của cả bộ tiêu chí, nên mỗi tiêu chí phải có trọng số hoặc nằm trong nhóm có trọng số."},
    .remedy = {"Add the weights that are named, or leave the others of that group out too.",
               "Bổ sung các trọng số được nêu, hoặc bỏ hết trọng số của nhóm đó."},
    .found = {"no weight of {0}", "thiếu trọng số của {0}", Words::absence},
    .expected = {"one for each criterion of the group", "trọng số cho mọi tiêu chí trong nhóm"}};
inline constexpr ProblemEntry weight_twice{
    .code = "weight.twice",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A criterion weighed twice", "Tiêu chí có hai trọng số"},
    .meaning = {"A criterion has two weights; or it has a global one, and so has a group that it stands in, whose weight includes it.",
                "Tiêu chí có hai trọng số; hoặc tiêu chí có trọng số chung, trong khi nhóm chứa tiêu chí đó cũng có trọng số chung."},
    .remedy = {"Delete one of them. To divide the points of a group otherwise, give local weights.",
               "Xóa một trong hai. Muốn chia lại điểm trong một nhóm thì dùng trọng số trong nhóm (`local`)."},
    .expected = {"one weight for each criterion", "mỗi tiêu chí một trọng số"}};
inline constexpr ProblemEntry weight_inside{
    .code = "weight.inside",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A criterion without a weight of its own", "Tiêu chí không có trọng số riêng"},
    .meaning =
        {"A group with `cap`, `at_least` or `one_of` weighs as a whole: what stands in it does not divide its points. Entries of bonus "
         "and penalty stand outside the points of the criteria.",
         "Nhóm có `cap`, `at_least` hoặc `one_of` có một trọng số chung, vì các tiêu chí trong nhóm không chia điểm của nhóm. Mục "
         "thưởng và mục trừ nằm ngoài điểm của các tiêu chí."},
    .remedy = {"Give the weight to that group; points of entries and within such groups are changed in the draft.",
               "Ghi trọng số cho nhóm đó; điểm của mục thưởng, mục trừ và trong nhóm như vậy thì sửa trong bản thảo."},
    .expected = {"a criterion that divides the points of its group", "tiêu chí được chia điểm của nhóm"}};
inline constexpr ProblemEntry weight_small{
    .code = "weight.small",
    .domain = ProblemEntry::Domain::requests,
    .title = {"A weight of no points", "Trọng số quá nhỏ"},
    .meaning = {"Of the points of its group this weight takes less than half a quantum, the least that the model counts "
                "(`point_decimals`), and a criterion has points above 0.",
                "Với trọng số này, tiêu chí được chưa đến một lượng tử điểm, tức mức nhỏ nhất mà bộ tiêu chí tính được "
                "(`point_decimals`), trong khi điểm của tiêu chí phải lớn hơn 0."},
    .remedy = {"Give it a larger weight, raise `point_decimals`, or delete the criterion in the draft.",
               "Tăng trọng số, tăng `point_decimals`, hoặc xóa tiêu chí trong bản thảo."},
    .found = {"no points for the weight {0}", "0 điểm với trọng số {0}"},
    .expected = {"a weight of at least {1} points", "trọng số ứng với ít nhất {1} điểm"}};
inline constexpr const ProblemEntry* model_weight_problems[] = {&weight_value, &weight_absent, &weight_twice, &weight_inside,
                                                                &weight_small};
}
}
