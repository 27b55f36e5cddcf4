#include "tables.hpp"
#include <algorithm>
#include <gtest/gtest.h>

// Warnings of names that are alike, and of rows and columns that are not what they seem (SPEC 3).
namespace chiso_test::odd_rows {
namespace {
/// Two counts, a share up to 100 and a truth.
const Model model = [] {
  ModelDraft draft{};
  draft.id = "m";
  auto share = measure(MeasureType::decimal);
  share.min = 0;
  share.max = 100;
  draft.measures = {
      {"n", measure(MeasureType::count)}, {"k", measure(MeasureType::count)}, {"share", share}, {"ok", measure(MeasureType::yes_no)}};
  draft.criteria = {leaf("a", 2, rules::PerItem{.value = "n + k", .each = 1}), leaf("b", 2, rules::PerItem{.value = "share", .each = 1}),
                    leaf("c", 1, rules::YesNo{.value = "ok"})};
  return Model::build(std::move(draft));
}();
using Row = std::vector<std::string>;
Evidence table(const Row& heads, const std::vector<Row>& rows, ReadingOptions options = {.absent_measures = AbsentMeasures::missing}) {
  Table out;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    out.push_back({heads[i], {}});
    for (const auto& row : rows) out.back().second.push_back(row[i]);
  }
  return read(model, out, std::move(options));
}
/// `code pointer: found` of every warning.
Lines warned(const Evidence& evidence) {
  Lines out;
  for (const auto& problem : evidence.warnings()) {
    EXPECT_EQ(problem.severity, Severity::warning);
    out.push_back(problem.code() + " " + problem.place.pointer + ": " + problem.found());
  }
  return out;
}
/// Those of one code.
Lines warned(const Evidence& evidence, std::string_view code) {
  auto out = warned(evidence);
  std::erase_if(out, [&](const std::string& line) { return !line.starts_with(std::string(code) + " "); });
  return out;
}

TEST(AlikeNames, AreWarnedOfOnce) {
  const auto units = [](const Row& names) {
    std::vector<Row> rows;
    for (const auto& name : names) rows.push_back({name, "7"});
    return warned(table({"unit", "n"}, rows), "names.alike");
  };
  EXPECT_EQ(units({"Xã B", "Xã Hòa An", "Xã C", "Xã Hoà An"}),
            Lines{"names.alike /3/unit: 'Xã Hòa An', row 1 (counted from 0), and 'Xã Hoà An', row 3 (counted from 0)"});
  EXPECT_EQ(units({"Xã Hoà An", "Xã Hòa An"}),
            Lines{"names.alike /1/unit: 'Xã Hoà An', row 0 (counted from 0), and 'Xã Hòa An', row 1 (counted from 0)"});
  EXPECT_EQ(units({"Xã Hòa", "Xã Hóa", "Xã Hoa", "Xã Hoạ"}), Lines{});
  const auto three = units({"a", "A", "b", "á", "B", "Á"});
  ASSERT_EQ(three.size(), 1U);
  EXPECT_EQ(std::count(three[0].begin(), three[0].end(), ';'), 2);
  const auto seven = units({"a", "b", "c", "d", "e", "f", "g", "A", "B", "C", "D", "E", "F", "G"});
  ASSERT_EQ(seven.size(), 1U);
  EXPECT_TRUE(seven[0].ends_with("'e', row 4 (counted from 0), and 'E', row 11 (counted from 0); and 2 more")) << seven[0];
  EXPECT_EQ(
      units({"001", "1", "01"})[0],
      "names.alike /1/unit: '001', row 0 (counted from 0), and '01', row 2 (counted from 0); '001', row 0 (counted from 0), and '1', row 1 "
      "(counted from 0)");
}
TEST(AlikeNames, OfBlocksCountUnlessTheModelDeclaresThem) {
  EXPECT_EQ(warned(table({"unit", "block", "n"}, {{"A", "Khối Sở", "7"}, {"B", "Khối sở", "9"}}), "names.alike"),
            Lines{"names.alike /1/block: 'Khối Sở', row 0 (counted from 0), and 'Khối sở', row 1 (counted from 0)"});
  EXPECT_EQ(warned(table({"unit", "block", "n"}, {{"A", "I", "7"}, {"a", "i", "9"}}), "names.alike").size(), 2U);
  auto draft = table_draft();
  draft.blocks = {{"i", "I"}};
  EXPECT_EQ(warned(read(Model::build(draft), {{"unit", {"A", "B"}},
                                              {"block", {"i", "I"}},
                                              {"cases", {"1", "2"}},
                                              {"score", {"1", "2"}},
                                              {"plan", {"late", "2"}},
                                              {"funded", {"yes", "no"}}})),
            Lines{});
}
TEST(AlikeNames, AreFoundAmongVeryMany) {
  std::vector<std::string> names;
  for (int i = 0; i < 60'000; ++i) names.push_back("U" + std::to_string(100'000 + i));
  names.push_back("u100777");
  std::vector<std::string> cells(names.size(), "1");
  EXPECT_EQ(warned(read(model, {{"unit", names}, {"n", cells}}, {.absent_measures = AbsentMeasures::missing}), "names.alike"),
            Lines{"names.alike /60000/unit: 'U100777', row 777 (counted from 0), and 'u100777', row 60000 (counted from 0)"});
}

TEST(OddRows, WithoutAMeasureAreNamed) {
  EXPECT_EQ(warned(table({"unit", "n", "k"}, {{"A", "1", "2"}, {"Người lập biểu", "", ""}, {"B", "", "3"}}), "row.no_measure"),
            Lines{"row.no_measure /1/unit: 'Người lập biểu'"});
  EXPECT_EQ(warned(table({"unit", "n", "ok"}, {{"A", "", "no"}, {"B", "", "not_applicable"}, {"C", "0", ""}}), "row.no_measure"), Lines{});
  // Rows that were skipped count in the table.
  EXPECT_EQ(warned(table({"unit", "n"}, {{"", ""}, {"A", "1"}, {"", ""}, {"", ""}, {"B", ""}, {"C", ""}}), "row.no_measure"),
            Lines{"row.no_measure /4/unit: 'B', row 4 (counted from 0); 'C', row 5 (counted from 0)"});
  std::vector<Row> rows;
  for (int i = 0; i < 9; ++i) rows.push_back({"U" + std::to_string(i), ""});
  EXPECT_TRUE(warned(table({"unit", "n"}, rows), "row.no_measure").at(0).ends_with("'U4', row 4 (counted from 0); and 4 more"));
}
TEST(OddRows, WithoutTheOnlyMeasureAreNamedWhereThatCounts) {
  const auto found = [](WhenMissing missing) {
    ModelDraft draft{};
    draft.id = "one";
    draft.missing = missing;
    draft.measures = {{"x", measure(MeasureType::count)}};
    draft.criteria = {leaf("a", 2, rules::PerItem{.value = "x", .each = 1})};
    return warned(read(Model::build(std::move(draft)), {{"unit", {"A", "B"}}, {"x", {"1", ""}}}), "row.no_measure");
  };
  EXPECT_EQ(found(WhenMissing::incomplete), Lines{});  // the row says that it is incomplete
  EXPECT_EQ(found(WhenMissing::zero), Lines{"row.no_measure /1/unit: 'B'"});
  EXPECT_EQ(found(WhenMissing::exclude), Lines{"row.no_measure /1/unit: 'B'"});
}
TEST(OddRows, MayBeNamedAsTotals) {
  const auto named = [](const std::string& name) {
    return !warned(table({"unit", "n"}, {{"Xã A", "1"}, {name, "7"}}), "row.total").empty();
  };
  for (const char* name :
       {"Tổng cộng", "TỔNG CỘNG", "cộng", "Cộng:", "Trung bình", "total", "Total", "TOTAL", "Tổng", "Tổng số", "Bình quân",
        "Tổng cộng khối huyện", "* Cộng", "(Tổng cộng)", "Grand total", "Trung bình toàn tỉnh", "Cộng khối I", "TRUNG BÌNH CHUNG"})
    EXPECT_TRUE(named(name)) << name;
  for (const char* name : {"Xã Cộng Hòa", "Cộng Hòa", "Tổng cục Thuế", "Tổng công ty Điện lực", "Xã Trung Bình", "Totalville", "Bình Quang",
                           "Công", "Tông", "Meaning", "Tổng đội", "Sumo", "Total Power", "...", "Cả"})
    EXPECT_FALSE(named(name)) << name;
  EXPECT_EQ(warned(table({"unit", "n"}, {{"A", "9"}, {"Cộng", "6"}, {"B", "5"}, {"Tổng cộng", "1"}}), "row.total"),
            Lines{"row.total /1/unit: 'Cộng', row 1 (counted from 0); 'Tổng cộng', row 3 (counted from 0)"});
}

/// The units that are found to be sums.
std::string sums(const std::vector<Row>& rows, const Row& heads = {"unit", "n", "k"}) {
  const auto found = warned(table(heads, rows), "row.sum");
  std::string out;
  for (const auto& line : found)
    for (std::size_t at = line.find('\''); at != line.npos; at = line.find('\'', at + 1)) {
      const auto end = line.find('\'', at + 1);
      out += (out.empty() ? "" : " ") + line.substr(at + 1, end - at - 1);
      at = end;
    }
  return out;
}
TEST(OddRows, MaySumUpTheirBlock) {
  EXPECT_EQ(sums({{"A", "100", "90"}, {"B", "100", "85"}, {"T", "200", "175"}}), "T");
  EXPECT_EQ(sums({{"T", "200", "175"}, {"A", "100", "90"}, {"B", "100", "85"}}), "T");  // above those that it sums up
  EXPECT_EQ(sums({{"A", "100", "90"}, {"T", "200", "175"}, {"B", "100", "85"}}), "T");
  EXPECT_EQ(sums({{"A", "100", ""}, {"B", "", "85"}, {"C", "7", "5"}, {"T", "107", "90"}}), "T");  // a blank adds nothing
  EXPECT_EQ(sums({{"A", "100", "90"}, {"B", "100", "85"}, {"T", "200", ""}}), "T");                // every count that it has
  EXPECT_EQ(sums({{"I", "A", "100", "90"},
                  {"I", "B", "50", "45"},
                  {"I", "T", "150", "135"},
                  {"II", "C", "100", "90"},
                  {"II", "Khối huyện", "100", "90"}},
                 {"block", "unit", "n", "k"}),
            "T Khối huyện");
  EXPECT_EQ(sums({{"2023", "A", "100", "90"},
                  {"2023", "B", "50", "45"},
                  {"2023", "T", "150", "135"},
                  {"2024", "A", "10", "9"},
                  {"2024", "B", "50", "4"},
                  {"2024", "T", "60", "14"}},
                 {"period", "unit", "n", "k"}),
            "T");
}
TEST(OddRows, MaySumUpThoseSinceTheLastSum) {
  EXPECT_EQ(sums({{"A", "100", "90"},
                  {"B", "120", "85"},
                  {"S1", "220", "175"},
                  {"C", "30", "31"},
                  {"D", "70", "3"},
                  {"S2", "100", "34"},
                  {"T", "320", "209"}}),
            "S1 S2 T");
  EXPECT_EQ(sums({{"T", "320", "209"},
                  {"S1", "220", "175"},
                  {"A", "100", "90"},
                  {"B", "120", "85"},
                  {"S2", "100", "34"},
                  {"C", "30", "31"},
                  {"D", "70", "3"}}),
            "T S1 S2");
  EXPECT_EQ(sums({{"A", "100", "90"}, {"B", "120", "85"}, {"S1", "220", "175"}, {"C", "30", "31"}, {"D", "70", "3"}}), "S1");
  EXPECT_EQ(sums({{"I", "A", "100", "90"}, {"I", "B", "50", "45"}, {"II", "C", "70", "60"}, {"III", "T", "220", "195"}},
                 {"block", "unit", "n", "k"}),
            "T");  // across the blocks
}
TEST(OddRows, AreNoSumsByAccident) {
  EXPECT_EQ(sums({{"A", "100", "90"}, {"B", "100", "85"}, {"C", "200", "174"}}), "");
  EXPECT_EQ(sums({{"A", "0", "0"}, {"B", "0", "0"}, {"C", "0", "0"}}), "");
  EXPECT_EQ(sums({{"A", "1", "1"}, {"B", "2", "1"}, {"C", "3", "2"}}), "");  // small numbers are soon sums of others
  EXPECT_EQ(sums({{"A", "12", "12"}, {"B", "12", "12"}}), "");
  EXPECT_EQ(sums({{"A", "100", "90"}}), "");
  EXPECT_EQ(sums({{"A", "", ""}, {"B", "", ""}}), "");
  EXPECT_EQ(sums({{"A", "7"}, {"B", "5"}, {"C", "3"}}, {"unit", "share"}), "");  // no count
}

TEST(OddRows, MayNumberTheColumns) {
  const auto numbered = [](const Row& heads, const Row& first) {
    Row second(heads.size());
    for (std::size_t i = 0; i < heads.size(); ++i)
      second[i] = heads[i] == "unit" || heads[i] == "block" ? "Xã A" : heads[i] == "ok" ? "no" : "50";
    return !warned(table(heads, {first, second}, {.unknown_columns = UnknownColumns::ignore, .absent_measures = AbsentMeasures::missing}),
                   "row.numbers")
                .empty();
  };
  EXPECT_TRUE(numbered({"unit", "n", "k"}, {"1", "2", "3"}));
  EXPECT_TRUE(numbered({"TT", "unit", "n", "k"}, {"1", "2", "3", "4"}));
  EXPECT_TRUE(numbered({"TT", "unit", "n", "k"}, {"A", "B", "1", "2"}));
  EXPECT_TRUE(numbered({"TT", "unit", "k", "TT2", "n"}, {"A", "B", "1", "2", "3"}));
  EXPECT_TRUE(numbered({"unit", "n", "k", "share"}, {"a", "1", "2", "3"}));
  EXPECT_TRUE(numbered({"block", "unit", "n", "k", "share"}, {"a", "b", "1", "2", "3"}));
  EXPECT_FALSE(numbered({"unit", "n", "k"}, {"A", "1", "2"}));  // may be a unit
  EXPECT_FALSE(numbered({"TT", "unit", "n", "k"}, {"1", "A", "1", "2"}));
  EXPECT_FALSE(numbered({"TT", "unit", "n", "k"}, {"1", "B", "2", "3"}));
  EXPECT_TRUE(numbered({"unit", "n", "share"}, {"0", "1", "2.00"}));
  EXPECT_FALSE(numbered({"unit", "n", "k"}, {"1", "3", "2"}));
  EXPECT_FALSE(numbered({"unit", "n", "k"}, {"1", "5", "6"}));
  EXPECT_FALSE(numbered({"unit", "n", "k"}, {"Xã 1", "2", "3"}));
  EXPECT_FALSE(numbered({"unit", "n", "k"}, {"A", "1", "3"}));
  EXPECT_FALSE(numbered({"unit", "n"}, {"1", "2"}));  // one number proves nothing
  EXPECT_FALSE(numbered({"unit", "n", "share"}, {"1", "2", "3.5"}));
  EXPECT_FALSE(numbered({"unit", "n", "ok"}, {"1", "2", "yes"}));
}

TEST(OddRows, ThatNumberTheColumnsStandOnce) {
  EXPECT_EQ(warned(table({"unit", "n", "k"}, {{"1", "2", "3"}}), "row.numbers"), Lines{});
  EXPECT_EQ(
      warned(table({"unit", "period", "n", "k", "share"}, {{"1", "2023", "3", "4", "5"}, {"1", "2024", "30", "40", "50"}}), "row.numbers"),
      Lines{});
}

TEST(OddTables, MayHaveNoRows) {
  EXPECT_EQ(warned(table({"unit", "n"}, {})), Lines{"table.without_rows : no row"});
  EXPECT_EQ(warned(table({"unit", "n"}, {{"", ""}})), Lines{"table.without_rows : no row"});
}
TEST(OddTables, MayHaveFractionsForPercentages) {
  const auto shares = [](const Row& cells) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < cells.size(); ++i) rows.push_back({"U" + std::to_string(i), cells[i]});
    return warned(table({"unit", "share"}, rows), "column.fractions");
  };
  EXPECT_EQ(shares({"0.92", "1", "0"}), Lines{"column.fractions /columns/share: no value above 1"});
  EXPECT_EQ(shares({"0.5", "", "not_applicable"}), Lines{"column.fractions /columns/share: no value above 0.5"});
  EXPECT_EQ(shares({"0.92", "1.01"}), Lines{});
  EXPECT_EQ(shares({"1", "0"}), Lines{});
  EXPECT_EQ(shares({"", ""}), Lines{});
  EXPECT_EQ(shares({"92", "0.5"}), Lines{});
  auto draft = model.draft();
  draft.measures[2].second.max = 10;
  EXPECT_EQ(warned(read(Model::build(draft), {{"unit", {"A"}}, {"n", {"7"}}, {"k", {"5"}}, {"share", {"0.5"}}, {"ok", {"no"}}})), Lines{});
}

TEST(Notes, SayWhatWasNotRead) {
  const auto notes = [](const Evidence& evidence) {
    Lines out;
    for (const auto& note : evidence.notes()) out.push_back(note.code() + " " + note.place.pointer + ": " + note.found());
    return out;
  };
  const ReadingOptions ignore{.unknown_columns = UnknownColumns::ignore, .absent_measures = AbsentMeasures::missing};
  EXPECT_EQ(notes(table({"TT", "unit", "n", "Ghi chú\nnếu có", ""},
                        {{"1", "A", "7", "x", ""}, {"", "", "", "y", ""}, {"", "", "", "", "z"}}, ignore)),
            (Lines{"columns.ignored : 2 columns ignored: TT, Ghi chú", "rows.blank : 2 blank rows skipped"}));
  EXPECT_EQ(notes(table({"unit", "n", "k"}, {{"A", "7", "8"}}, {.ignored_columns = {"k"}, .absent_measures = AbsentMeasures::missing})),
            Lines{"columns.ignored : 1 column ignored: k"});
  EXPECT_EQ(notes(table({"unit", "n"}, {{"A", "7"}})), Lines{});
  EXPECT_EQ(notes(table({"unit", "n"}, {{"A", "7"}, {"", ""}, {"Cộng", "9"}})),
            (Lines{"rows.blank : 1 blank row skipped", "row.total /2/unit: 'Cộng'"}));
  const auto with_blank = table({"unit", "n"}, {{"A", "7"}, {"", ""}, {"Cộng", "9"}});
  ASSERT_EQ(with_blank.left_out().size(), 1U);
  EXPECT_EQ(with_blank.left_out()[0].code(), "rows.blank");
  Row heads{"unit", "n"}, row{"A", "1"};
  for (int i = 0; i < 14; ++i) heads.push_back("cột " + std::to_string(i)), row.push_back("");
  EXPECT_TRUE(notes(table(heads, {row}, ignore))
                  .at(0)
                  .ends_with("14 columns ignored: cột 0, cột 1, cột 2, cột 3, cột 4, cột 5, cột 6, cột 7, "
                             "cột 8, cột 9, cột 10, cột 11, ..."));
}
}
}
