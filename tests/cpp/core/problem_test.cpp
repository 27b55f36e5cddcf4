#include <chiso/core/problem.hpp>
#include <gtest/gtest.h>
#include <string>

namespace {
using namespace chiso;
constexpr auto en = Text::Language::en, vi = Text::Language::vi;

TEST(Messages, UseArgumentsInAnyOrderAndRepeatedly) {
  constexpr Words words{"{1} of {0}, {1}", "{0}: {1}"};
  EXPECT_EQ(to_text(words, {"a", 2}, en), "2 of a, 2");
  EXPECT_EQ(to_text(words, {"a", 2}, vi), "a: 2");
}
TEST(Messages, KeepOtherBraces) {
  EXPECT_EQ(to_text(Words{"{0} {1} {} {x} {0", "-"}, {"a"}, en), "a {1} {} {x} {0");
  EXPECT_EQ(to_text(Words{"{0}", "-"}, {"{0} {1}"}, en), "{0} {1}");  // holes are not looked for in data
  EXPECT_EQ(to_text(Words{"", "-"}, {"a"}, en), "");
}
TEST(Messages, UseOneLanguageForNestedWords) {
  const Argument unit(Words{"unit '{0}'", "đơn vị '{0}'"}, {"A"});
  const Argument list(Words{"{0}, {1}", "{0} và {1}"}, {unit, std::int64_t{-3}});
  EXPECT_EQ(to_text(list, en), "unit 'A', -3");
  EXPECT_EQ(to_text(list, vi), "đơn vị 'A' và -3");
}
TEST(Messages, CountRowsAsTheirTableDoes) {
  EXPECT_EQ(to_text(Argument(TableRow{.row = 4}), en), "row 4 (counted from 0)");
  EXPECT_EQ(to_text(Argument(TableRow{.row = 4}), vi), "dòng số 4 của dữ liệu (đếm từ 0)");
  EXPECT_EQ(to_text(Argument(TableRow{.row = 4, .line = 6, .in_sheet = 6}), en), "line 6");
  EXPECT_EQ(to_text(Argument(TableRow{.row = 4, .line = 9, .in_sheet = 6}), en), "line 9 (row 6 of the sheet)");
  EXPECT_EQ(to_text(Argument(TableRow{.row = 4, .in_sheet = 6}), en), "row 6");
  EXPECT_EQ(to_text(Argument(TableRow{.row = 4, .in_sheet = 6}), vi), "dòng 6 của bảng");
  EXPECT_EQ(to_text(Argument(TableRow{.row = 4, .line = 9, .in_sheet = 6}), vi), "dòng 9 của tệp (dòng 6 của bảng)");
}
TEST(Messages, CompareArgumentsByKindAndValue) {
  EXPECT_TRUE(Argument().empty() && Argument("").empty());
  EXPECT_FALSE(Argument("0").empty() || Argument(0).empty());
  EXPECT_NE(Argument("1"), Argument(1));
  EXPECT_EQ(Argument(Words{"a", "b"}, {1}), Argument(Words{"a", "b"}, {1}));
  EXPECT_NE(Argument(Words{"a", "b"}, {1}), Argument(Words{"a", "b"}, {2}));
}
TEST(Messages, AreMadeOfAnEntryAndArguments) {
  static constexpr ProblemEntry entry{.code = "a.b",
                                      .domain = ProblemEntry::Domain::model,
                                      .title = {},
                                      .meaning = {},
                                      .remedy = {},
                                      .found = {"no {0}", "thiếu {0}", Words::absence},
                                      .expected = {"at most {1}", "tối đa {1}"}};
  const auto problem = problem_at({.pointer = "/x"}, Severity::warning, entry, {"y", 3});
  EXPECT_EQ(problem.code(), "a.b");
  EXPECT_EQ(problem.found(), "no y");
  EXPECT_EQ(problem.expected(vi), "tối đa 3");
  EXPECT_EQ(to_text(problem), "warning: /x: found no y, expected at most 3 [a.b]");
  EXPECT_EQ(to_text(problem, vi), "cảnh báo: /x: thiếu y, cần tối đa 3 [a.b]");
  EXPECT_EQ(to_text(problem, en, SeverityMention::left_out), "/x: found no y, expected at most 3 [a.b]");
}
/// The pointer stays data, with rows from 0; the message counts rows as its reader does.
TEST(Messages, CountRowsAsTheReaderOfTheTableDoes) {
  const auto text = [](const Place& place) { return std::pair(to_text(place, en), to_text(place, vi)); };
  using Both = std::pair<std::string, std::string>;
  EXPECT_EQ(text({.pointer = "/1/share", .line = 3, .column = 6, .row = 3}), Both("share", "share"));
  EXPECT_EQ(text({.pointer = "/1", .line = 3, .column = 6, .row = 3}), Both("", ""));
  EXPECT_EQ(text({.pointer = "/1/a~1b~0", .line = 3}), Both("a/b~", "a/b~"));
  EXPECT_EQ(text({.pointer = "/1/share"}), Both("row 1 (counted from 0), share", "dòng số 1 của dữ liệu (đếm từ 0), share"));
  EXPECT_EQ(text({.pointer = "/12"}), Both("row 12 (counted from 0)", "dòng số 12 của dữ liệu (đếm từ 0)"));
  EXPECT_EQ(text({.pointer = "/tables/tasks/0/late", .line = 2}), Both("tasks, late", "tasks, late"));
  EXPECT_EQ(text({.pointer = "/tables/tasks/0/late"}),
            Both("tasks, row 0 (counted from 0), late", "tasks, dòng số 0 của dữ liệu (đếm từ 0), late"));
  for (const auto* other : {"/criteria/0/rule", "/columns/share", "/tables/tasks/columns/late", "/tables/tasks", "tables.csv", "", "/"})
    EXPECT_EQ(text({.pointer = other, .line = 3}), Both(other, other));
}
TEST(Messages, SayTheCellOfASheet) {
  static constexpr ProblemEntry entry{.code = "a.b", .domain = ProblemEntry::Domain::model, .title = {}, .meaning = {}, .remedy = {}};
  auto problem = problem_at({.pointer = "/1/share", .line = 9, .column = 28, .row = 4}, Severity::error, entry, {"x", "y"});
  EXPECT_EQ(to_text(problem), "9:28: error: share: found x, expected y [a.b] (row 4 of the sheet)");
  problem.place.sheet = "Bảng 1";
  EXPECT_EQ(to_text(problem), "'Bảng 1'!AB4: error: share: found x, expected y [a.b]");
  EXPECT_EQ(to_text(problem, vi), "'Bảng 1'!AB4: lỗi: share: gặp x, cần y [a.b]");
  problem.place.sheet = "Bảng";
  EXPECT_EQ(to_text(problem), "Bảng!AB4: error: share: found x, expected y [a.b]");
}
TEST(Messages, QuoteSheetsWhoseNamesDoNotReadAsNames) {
  const auto of = [](const char* sheet) {
    Place place;
    place.sheet = sheet, place.row = 4, place.column = 3;
    return sheet_cell(place);
  };
  for (const char* plain : {"a", "Az_9", "zA", "Bảng"}) EXPECT_EQ(of(plain), std::string(plain) + "!C4");
  for (const char* quoted : {"0", "0a", "1", "9z", "2024", "a b", "a-b", "a.b"}) EXPECT_EQ(of(quoted), "'" + std::string(quoted) + "'!C4");
  EXPECT_EQ(of("it's"), "'it''s'!C4");
  EXPECT_EQ(of(""), "");
}
TEST(Messages, AreTheSameIfEveryPartIs) {
  static constexpr ProblemEntry entry{.code = "a.b", .domain = ProblemEntry::Domain::model, .title = {}, .meaning = {}, .remedy = {}};
  static constexpr ProblemEntry other{.code = "c.d", .domain = ProblemEntry::Domain::model, .title = {}, .meaning = {}, .remedy = {}};
  const auto made = [](const ProblemEntry& of, Severity severity, const char* pointer, const char* argument, const char* hint) {
    auto out = problem_at({.pointer = pointer}, severity, of, {argument});
    out.hint = hint;
    return out;
  };
  const auto problem = made(entry, Severity::error, "/x", "y", "z");
  EXPECT_EQ(problem, made(entry, Severity::error, "/x", "y", "z"));
  EXPECT_NE(problem, made(other, Severity::error, "/x", "y", "z"));
  EXPECT_NE(problem, made(entry, Severity::warning, "/x", "y", "z"));
  EXPECT_NE(problem, made(entry, Severity::error, "/", "y", "z"));
  EXPECT_NE(problem, made(entry, Severity::error, "/x", "", "z"));
  EXPECT_NE(problem, made(entry, Severity::error, "/x", "y", ""));
  EXPECT_NE(problem, made(other, Severity::warning, "/", "y", "z"));  // the same found in another place
}
TEST(Messages, HideControlCharactersOfData) {
  static constexpr ProblemEntry entry{.code = "a.b", .domain = ProblemEntry::Domain::model, .title = {}, .meaning = {}, .remedy = {}};
  EXPECT_EQ(to_text(problem_at({}, Severity::error, entry, {"a\x1B[2J", "b\n"})), "error: found a?[2J, expected b? [a.b]");
}
}
