#include <gtest/gtest.h>
#include <rank/rank_tables.hpp>

namespace chiso_test {
namespace {
std::string row_error(const Scores& scores, std::string_view unit, std::string_view period, std::string_view track) {
  try {
    scores.row(unit, period, track);
  } catch (const UnknownNameError& error) {
    return error.what();
  }
  return "";
}

TEST(Rows, AreFoundByTheirNames) {
  auto draft = ranked_draft();
  draft.tracks = {{"self", "final"}};
  const Table table{{"unit", {"Hà Nội", "Hà Nam", "Hà Nội"}},
                    {"period", {"2024", "2024", "2023"}},
                    {"track", {"final", "final", "self"}},
                    {"x", {"80", "90", "70"}},
                    {"y", Lines(3, na)},
                    {"z", Lines(3, na)}};
  const auto scores = scored(draft, table);
  EXPECT_EQ(scores.row("Hà Nội", "2023", "self"), 2U);
  EXPECT_EQ(row_error(scores, "ha noi", "2024", "final"),
            "found unit 'ha noi', expected one of the units, 2 in all (did you mean Hà Nội?) [name.unknown]");
  EXPECT_EQ(row_error(scores, "HA N", "2024", "final"),
            "found unit 'HA N', expected one of the units, 2 in all (did you mean Hà Nam, Hà Nội?) [name.unknown]");
  EXPECT_EQ(row_error(scores, "Cần Thơ", "2024", "final"), "found unit 'Cần Thơ', expected one of the units, 2 in all [name.unknown]");
  EXPECT_EQ(row_error(scores, "Hà Nội", "2025", "final"),
            "found period '2025', expected one of '2023', '2024' (did you mean 2023?) [name.unknown]");
  EXPECT_EQ(row_error(scores, "Hà Nội", "2024", "fnal"),
            "found track 'fnal', expected one of 'self', 'final' (did you mean final?) [name.unknown]");
  EXPECT_EQ(row_error(scores, "Hà Nội", "2024", "self"),
            "found no row of unit 'Hà Nội', period '2024', track 'self', expected one of its rows: 2023 self, 2024 final [row.absent]");
}

TEST(Rows, AreNotFoundInAnEmptyTable) {
  const Table table{{"unit", {}}, {"x", {}}, {"y", {}}, {"z", {}}};
  EXPECT_EQ(row_error(scored(ranked_draft(), table), "A", "", "final"),
            "found no row of any unit, expected a row of the evidence [row.absent]");
}
}
}
