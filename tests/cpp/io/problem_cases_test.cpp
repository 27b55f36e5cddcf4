#include "problem_cases.hpp"
#include "../evidence/tables.hpp"
#include "support/arrow_arrays.hpp"
#include <algorithm>
#include <cerrno>
#include <chiso/core/problems.hpp>
#include <chiso/evidence/reader.hpp>
#include <chiso/evidence/resolve.hpp>
#include <chiso/explain/rank_change.hpp>
#include <chiso/explain/verify.hpp>
#include <chiso/io/read/actions.hpp>
#include <chiso/io/read/frame.hpp>
#include <chiso/io/read/sheet.hpp>
#include <chiso/io/stream/score_stream.hpp>
#include <chiso/model/weights.hpp>
#include <chiso/plan/plan.hpp>
#include <chiso/plan/plan_problems.hpp>
#include <chiso/rank/ranking.hpp>
#include <chiso/rank/warnings.hpp>
#include <functional>
#include <gtest/gtest.h>
#include <io/json/syntax_problems.hpp>
#include <io/problems/python_problems.hpp>
#include <io/read/sheet_problems.hpp>
#include <io/text/file_problems.hpp>
#include <io/words/usual_language.hpp>
#include <support/small_draft.hpp>

namespace chiso_test {
namespace {
Model model_with(void (*change)(ModelDraft&)) {
  auto draft = table_draft();
  draft.stated_points = StatedPoints::accept;
  if (change) change(draft);
  return Model::build(std::move(draft));
}
/// The problems of evidence that was read for one model and is scored by another.
std::vector<Problem> misfits(void (*change)(ModelDraft&)) {
  const auto model = model_with(nullptr);
  const auto evidence = read(model, {{"unit", {"A"}},
                                     {"block", {"b"}},
                                     {"cases", {"1"}},
                                     {"score", {"4"}},
                                     {"plan", {"late"}},
                                     {"funded", {"yes"}},
                                     {"points.a", {"1.5"}}});
  return problems_thrown([&] { resolve(evidence, model_with(change)); });
}
std::vector<Problem> misread(const ReadingOptions& options, std::string_view text = "unit,cases,score,plan,funded\nA,1,1,late,yes\n") {
  return problems_thrown([&] { parse_evidence(text, model_with(nullptr), options); });
}
/// A table below two units, of the year 2024.
Evidence with_tasks(const std::string& text, PeriodPart period = PeriodPart::whole) {
  const auto model = model_with([](ModelDraft& draft) {
    draft.tables = {{"tasks", {.measures = {}}}};
    draft.criteria.push_back(leaf("d", 1, rules::PerItem{.value = "rows_count(tasks)", .each = 1}));
  });
  const auto evidence = parse_evidence("unit,period,cases,score,plan,funded\nA,2024,1,1,late,yes\nB,2024,1,1,late,yes\n", model);
  return parse_evidence(text, TableBelow{.evidence = evidence, .table = "tasks", .period = period});
}
std::vector<Problem> misread_tasks(const std::string& text, PeriodPart period = PeriodPart::whole) {
  return problems_thrown([&] { with_tasks(text, period); });
}
/// What was published of a unit, A in block b of the year 2024.
std::vector<Problem> misread_published(const std::string& text) {
  const auto model = model_with(nullptr);
  const auto scores = score(model, parse_evidence("unit,block,period,cases,score,plan,funded\nA,b,2024,1,1,late,yes\n", model));
  return problems_thrown([&] { verify(Ranked(scores), parse_evidence(text, published_table(scores))); });
}
std::vector<Problem> built(void (*fill)(EvidenceBuilder&)) {
  EvidenceBuilder builder(model_with(nullptr));
  fill(builder);
  return problems_thrown([&] { builder.build(); });
}
std::vector<Problem> framed(const std::function<void(EvidenceReader&)>& fill, const ReadingOptions& options = {}) {
  auto frame = frame_reader(model_with(nullptr), options);
  return problems_thrown([&] {
    fill(frame);
    frame.build();
  });
}
/// A stream of one batch, which has a column `unit`.
std::vector<Problem> streamed(void (*change)(ArrowStream&)) {
  std::vector<std::pair<std::string, ArrowOwned>> columns;
  columns.emplace_back("unit", arrow_texts("u", {"A"}));
  std::vector<ArrowOwned> batches;
  batches.push_back(arrow_batch(std::move(columns), 1));
  ArrowStream stream(std::move(batches));
  change(stream);
  return framed([&](EvidenceReader& frame) { add_arrow(frame, stream); });
}
/// The problem of a question to scores of one row: A in block b, track self.
std::vector<Problem> asked(void (*ask)(const Scores&)) {
  const auto model = model_with([](ModelDraft& draft) { draft.fallback.clear(); });
  const auto scores = score(model, read(model, {{"unit", {"A"}},
                                                {"block", {"b"}},
                                                {"track", {"self"}},
                                                {"cases", {"1"}},
                                                {"score", {"4"}},
                                                {"plan", {"late"}},
                                                {"funded", {"yes"}}}));
  return problems_thrown([&] { ask(scores); });
}
/// The problems of actions on unit A.
std::vector<Problem> planned(std::vector<Action> actions, void (*change)(ModelDraft&) = nullptr) {
  const auto model = model_with(change);
  const auto scores = score(
      model, read(model, {{"unit", {"A"}}, {"block", {"b"}}, {"cases", {"1"}}, {"score", {"4"}}, {"plan", {"late"}}, {"funded", {"yes"}}}));
  return problems_thrown([&] { Planner(Ranked(scores), 0, std::move(actions)).plans(Target::index(1)); });
}
std::vector<Problem> drafted(void (*change)(ModelDraft&)) {
  return problems_thrown([&] { model_with(change); });
}
}

/// Cases that no file can have: options, columns and drafts made in code, evidence for another model, sizes.
std::vector<ProblemCase> cases_in_code() {
  std::vector<ProblemCase> out;
  const auto add = [&](std::string name, std::vector<Problem> problems) { out.push_back({std::move(name), {}, std::move(problems)}); };

  add("option.decimal", misread({.decimal = ';'}));
  add("option.thousands", misread({.thousands = '_'}));
  add("option.thousands as decimal", misread({.thousands = '.'}));
  add("option.delimiter", misread({.delimiter = '"'}));
  add("option.encoding", misread({.encoding = "latin-99"}));
  add("text.encoding", misread({.encoding = "utf-8"}, "unit,cases,score,plan,funded\nX\xE3,1,1,late,yes\n"));
  add("cell.twice", misread({.layout = TableLayout::rows}, "unit,measure,value\nA,cases,1\nA,cases,2\n"));
  add("measure.two_ways", parse_evidence("unit,cases,score,plan,funded\nA,1,1.500,late,yes\nB,1,2.250,late,yes\n",
                                         model_with([](ModelDraft& draft) { draft.measures[1].second.decimals = 3; }))
                              .warnings());
  add("period.part, year", misread_tasks("unit,period\nA,someday\n", PeriodPart::year));
  add("period.part, quarter", misread_tasks("unit,period\nA,2024\n", PeriodPart::quarter));
  add("period.part, month", misread_tasks("unit,period\nA,2024-Q1\n", PeriodPart::month));
  add("row.no_unit", misread_tasks("unit,period\nA-a,2024\n"));
  add("row.no_unit, another period", misread_tasks("unit,period\nA,2023\n"));
  add("a column that a table does not have", misread_tasks("unit,period,block\nA,2024,b\n"));
  add("table.no_rows", with_tasks("unit,period\nA,2024\n").warnings());
  add("row.not_scored", misread_published("unit,index\nA-a,50\n"));
  add("row.not_scored, another period", misread_published("unit,period,index\nA,2023,50\n"));
  add("row.other_block", misread_published("unit,block,index\nA,a,50\n"));
  const auto listed = [](const std::string& roster, const std::string& table) {
    return misread({.roster = parse_roster(roster)}, "unit,block,cases,score,plan,funded\n" + table);
  };
  add("roster.unit", listed("unit\nA-a\n", "A-b,b,1,1,late,yes\n"));
  add("roster.block", listed("unit,block\nA-a,b\n", "A-a,c,1,1,late,yes\n"));
  add("roster.duplicate", problems_thrown([] { parse_roster("unit\nA-a\nB\nA-a\n"); }));
  add("a roster without units", problems_thrown([] { parse_roster("label\nA-a\n"); }));
  add("blanks of a roster", problems_thrown([] { parse_roster("unit,block\nA-a,b\nB,\n,b\n"); }));
  add("roster.was", parse_roster("unit,was\nA-a,B\nB,\nC,D; E\nF,D\n").warnings());
  add("roster.no_row",
      parse_evidence("unit,period,cases,score,plan,funded\nA,2023,1,1,late,yes\nA,2024,1,1,late,yes\nB,2024,1,1,late,yes\n",
                     model_with(nullptr), {.roster = parse_roster("unit\nA\nB\nC\n")})
          .warnings());
  add("published.nothing", misread_published("unit,points\nA,50\n"));
  add("rename.absent", misread({.rename = {{"units", "unit"}}}));
  add("rename.duplicate", misread({.rename = {{"cases", "score"}, {"cases", "plan"}}}));
  add("number with a point", misread({.decimal = ','}, "unit;cases;score;plan;funded\nA;1;4.5;late;yes\n"));
  add("number with a point and thousands", misread({.decimal = ',', .thousands = '.'}, "unit;cases;score;plan;funded\nA;1;4.5;late;yes\n"));

  add("cell.type", built([](EvidenceBuilder& table) {
        const double unit[] = {1.5};
        const std::uint8_t yes[] = {1};
        table.numbers("unit", unit).booleans("cases", yes).booleans("plan", yes).booleans("block", yes);
      }));
  add("cell.state", built([](EvidenceBuilder& table) {
        const std::int64_t one[] = {1};
        const State undefined[] = {State::undefined};
        table.texts("unit", {"A"}).integers("cases", one, undefined);
      }));
  add("cell.text", built([](EvidenceBuilder& table) { table.texts("unit", {"Xa\xCC\x83"}).texts("block", {"\xFF"}); }));
  add("name.error", built([](EvidenceBuilder& table) { table.texts("unit", {"#N/A", "A"}).texts("block", {"I", "#REF!"}); }));
  add("rename.absent of a frame", framed([](EvidenceReader&) {}, {.rename = {{"units", "unit"}}}));
  add("arrow.data", framed([](EvidenceReader& frame) {
        const auto unit = add_column(frame, "unit"), cases = add_column(frame, "cases"), plan = add_column(frame, "plan");
        auto code = arrow_coded<std::int32_t>("i", {7, 0}, arrow_texts("u", {"A"})), text = arrow_texts("u", {"a", "b"});
        code->point(), text->point();
        add_arrow(frame, unit, code->schema, code->array);
        const std::int32_t outside[] = {0, 9, 2};
        text->buffers[1].assign(reinterpret_cast<const char*>(outside), sizeof outside);
        text->point();
        add_arrow(frame, cases, text->schema, text->array);
        add_arrow(frame, plan, text->schema, text->array);
      }));
  for (const auto& bad : bad_arrows())
    add(std::string("column.type or arrow.data: ") + bad.found, framed([&](EvidenceReader& frame) {
          const auto made = bad.make();
          add_arrow(frame, add_column(frame, "unit"), made->schema, made->array);
        }));
  add("arrow.data of a batch", streamed([](ArrowStream& stream) { stream.arrays[0]->children[0]->array.length = 0; }));
  add("cell.type of an object", framed([](EvidenceReader& frame) { add_unreadable(frame, add_column(frame, "unit"), "[1]"); }));
  add("column.type", framed([](EvidenceReader& frame) {
        const auto made = bad_arrows().back().make();
        add_arrow(frame, add_column(frame, "unit"), made->schema, made->array);
      }));
  add("coverage.differs", [] {
    const auto model = model_with([](ModelDraft& draft) { draft.missing = WhenMissing::exclude; });
    return warnings(Ranked(score(model, read(model, {{"unit", {"A", "B"}},
                                                     {"block", {"b", "b"}},
                                                     {"cases", {"1", ""}},
                                                     {"score", {"4", ""}},
                                                     {"plan", {"late", "late"}},
                                                     {"funded", {"yes", "yes"}}}))));
  }());
  add("points.leaves", drafted([](ModelDraft& draft) {
        draft.point_decimals = 9;
        for (int i = 0; i < 1'200; ++i) {
          const auto number = std::to_string(i);
          draft.criteria.push_back(
              chiso::group("g" + number, {chiso::leaf("l" + number, 1'000'000, rules::YesNo{"funded"})}, {.scale_to = 1}));
        }
      }));
  add("frame.stream", streamed([](ArrowStream& stream) { stream.fails_at = 1; }));
  add("frame.stream that is released", streamed([](ArrowStream& stream) { stream.release = nullptr; }));
  add("frame.stream of something else", streamed([](ArrowStream& stream) { stream.arrays[0]->schema.format = "tdD"; }));
  add("frame.stream without a format", streamed([](ArrowStream& stream) { stream.arrays[0]->schema.format = nullptr; }));
  add("frame.stream without columns", streamed([](ArrowStream& stream) { stream.arrays[0]->schema.children = nullptr; }));
  add("frame.stream with other columns", streamed([](ArrowStream& stream) { stream.arrays[0]->array.n_children = 0; }));
  add("rows.limit", framed([](EvidenceReader& frame) { frame.has_room(add_column(frame, "unit"), std::size_t{1} << 32); }));

  for (const auto* period : {"", "2024"}) {
    const auto looks_back =
        model_with([](ModelDraft& draft) { draft.criteria[0] = leaf("a", 2, rules::PerItem{.value = "previous(cases)", .each = 1}); });
    add("previous.one_period",
        read(looks_back,
             {{"unit", {"A"}}, {"period", {period}}, {"cases", {"1"}}, {"score", {"1"}}, {"plan", {"late"}}, {"funded", {"yes"}}})
            .warnings());
  }
  add("period.order", read(model_with(nullptr), {{"unit", {"A", "A"}},
                                                 {"period", {"12/2023", "01/2024"}},
                                                 {"cases", {"1", "1"}},
                                                 {"score", {"1", "1"}},
                                                 {"plan", {"late", "late"}},
                                                 {"funded", {"yes", "yes"}}})
                          .warnings());
  const auto odd = [&](std::string name, const std::string& text, const ReadingOptions& options = {}) {
    add(std::move(name), parse_evidence(text, model_with(nullptr), options).notes());
  };
  const ReadingOptions ignore{.unknown_columns = UnknownColumns::ignore};
  odd("columns.ignored, rows.blank", "unit,TT,cases,score,plan,funded,label\nA,1,1,4,late,yes,a\n,2,,,,,\n", ignore);
  odd("one column ignored", "unit,TT,cases,score,plan,funded\nA,1,1,4,late,yes\n,,,,,\n,,,,,\n", ignore);
  odd("names.alike", "unit,block,cases,score,plan,funded\nHòa,Xã,1,4,late,yes\nHoà,xã,1,4,late,yes\n");
  odd("row.no_measure", "unit,cases,score,plan,funded\nA,1,4,late,yes\nKý,,,,\n");
  odd("row.numbers", "TT,unit,cases,score,plan,funded\nA,B,1,2,,\n1,Lộc,1,4,late,yes\n", ignore);
  odd("row.sum and row.total", "unit,cases,score,plan,funded\nA,100,4,late,yes\nB,120,4,late,yes\nCộng,220,4,,\n");
  odd("table.without_rows", "unit,cases,score,plan,funded\n");
  add("column.unknown under ignore", misread(ignore, "unit,Ranked,cases,score,plan,funded\nA,no,1,4,late,yes\n"));
  add("column.fractions", [] {
    auto share = measure(MeasureType::decimal);
    share.max = 100;
    return parse_evidence("unit,x\nA,0.92\nB,1\n", model_of(share)).warnings();
  }());
  add("text.utf8", drafted([](ModelDraft& draft) { draft.title = Text("\xFF"); }));
  add("text.blanks", drafted([](ModelDraft& draft) { draft.title = Text(" t"); }));
  add("text.composed", drafted([](ModelDraft& draft) { draft.title = Text("Xa\xCC\x83"); }));
  add("two bands by one name", drafted([](ModelDraft& draft) { draft.measures.push_back(draft.measures[0]); }));
  add("a fallback twice", drafted([](ModelDraft& draft) { draft.fallback.push_back(draft.fallback[0]); }));

  add("measure.absent", misfits([](ModelDraft& draft) {
        draft.measures.pop_back();
        draft.criteria.pop_back();
      }));
  add("measure.unknown", misfits([](ModelDraft& draft) { draft.measures.emplace_back("more", measure(MeasureType::count)); }));
  add("measure.order", misfits([](ModelDraft& draft) { std::swap(draft.measures[0], draft.measures[1]); }));
  add("measure.differs in decimals", misfits([](ModelDraft& draft) { draft.measures[1].second.decimals = 1; }));
  add("measure.differs in options", misfits([](ModelDraft& draft) { draft.measures[2].second.options.pop_back(); }));
  add("measure.range above", misfits([](ModelDraft& draft) { draft.measures[1].second.max = 3; }));
  add("measure.range below", misfits([](ModelDraft& draft) {
        draft.measures[1].second.min = 5;
        draft.measures[1].second.max = {};
      }));
  add("measure.range of stated points", misfits([](ModelDraft& draft) { draft.criteria[0].points = 1; }));
  add("measure.range without a least", misfits([](ModelDraft& draft) {
        draft.measures[1].second.min = {};
        draft.measures[1].second.max = 3;
      }));
  add("stated.refused", misfits([](ModelDraft& draft) { draft.stated_points = StatedPoints::refuse; }));
  add("stated.unknown", misfits([](ModelDraft& draft) { draft.criteria[0].id = "other"; }));
  add("stated.decimals", misfits([](ModelDraft& draft) { draft.point_decimals = 3; }));
  add("tracks.differ", misfits([](ModelDraft& draft) {
        draft.tracks = {{"final", "self"}};
        draft.fallback.clear();
      }));
  add("block.unknown", misfits([](ModelDraft& draft) { draft.blocks = {{"c"}}; }));

  add("file.read", problems_thrown([] { read_file("no/such/file"); }));
  add("file.read of a folder", problems_thrown([] { read_file("."); }));
  add("file.read of too much", problems_thrown([] { read_file("/dev/zero", 8); }));
  add("file.write", problems_thrown([] { write_file("no/such/folder/file", ""); }));
  for (const auto number : {ENOTDIR, EACCES, EROFS, ENOSPC, EIO, EPIPE})
    add("file.write", file_error(problems::file_write, "file", number).problems());
  // Only the Python package finds these.
  const auto found = [](const ProblemEntry& entry, Arguments arguments) {
    return std::vector{problem_at({}, Severity::error, entry, std::move(arguments))};
  };
  const auto phrase = [](std::string_view name, Arguments arguments = {}) {
    const auto at = std::find_if(std::begin(python_phrases), std::end(python_phrases), [&](const auto& each) { return each.name == name; });
    return Argument(at->words, std::move(arguments));
  };
  add("value.python", found(problems::value_python, {"{1}", phrase("plain_value")}));
  add("value.python of many digits", found(problems::value_python, {"0.30000000000000004", phrase("fifteen_digits")}));
  add("value.python of a key", found(problems::value_python, {"1", phrase("text_as_key")}));
  add("value.python of half a pair", found(problems::value_python, {"'\\ud800'", phrase("both_surrogates")}));
  add("value.python in place of a part", found(problems::value_python, {"'a'", phrase("made_by_from_dict", {"chiso.Adjustments"})}));
  add("value.python in place of a criterion",
      found(problems::value_python, {"'a'", phrase("made_by_from_dict", {phrase("or", {"chiso.Leaf", "chiso.Group"})})}));
  add("json.depth of a group", found(problems::json_depth, {phrase("within_itself", {"'g'"}), 256}));
  add("json.depth of a dict", found(problems::json_depth, {phrase("one_within_itself", {"dict"}), 256}));
  for (const auto* name : {"missing_cells", "missing_cell"}) {
    auto lost = found(problems::frame_lost_words, {phrase(name, {name == std::string_view("missing_cell") ? 1 : 2, "None"})});
    lost.front().severity = Severity::warning;
    add("frame.lost_words", std::move(lost));
  }
  for (const auto* name : {"no_workbook", "no_archive", "binary_workbook", "password", "parts_of_one_name", "definitions"})
    add("book.damaged", found(problems::book_damaged, {phrase(name), phrase("a_workbook")}));
  for (const auto* name : {"cannot_be_read", "packed_otherwise", "part_of_other_size", "bad_xml"})
    add("book.damaged in a part", found(problems::book_damaged, {phrase(name, {"xl/workbook.xml"}), phrase("a_workbook")}));
  add("book.links", found(problems::book_links, {"http://example.org/figures.xlsx"}));
  add("book.size", found(problems::book_size, {phrase("unpacks", {"xl/worksheets/sheet1.xml"}), phrase("at_most_mib", {256})}));
  add("book.size of the file", found(problems::book_size, {phrase("large_file"), phrase("at_most_mib", {128})}));
  add("book.size of the directory", found(problems::book_size, {phrase("long_directory"), phrase("a_workbook")}));
  add("book.size of cells", found(problems::book_size, {phrase("apart", {1'048'576, 16'384, 2}), phrase("no_cells_apart")}));
  add("book.sheet", found(problems::book_sheet, {phrase("sheets_of_units", {2}), "'2023', '2024'"}));
  add("book.sheet of none", found(problems::book_sheet, {phrase("no_sheet_of_units"), "'2023', '2024'"}));
  add("book.sheet of a name", found(problems::book_sheet, {"2025", "'2023', '2024'"}));
  add("cell.formula and cell.percent", problems_thrown([] {
        using Kind = SheetCell::Kind;
        const auto text = [](std::string_view name) { return SheetCell{.kind = Kind::text, .text = name}; };
        SheetReader reader(model_with(nullptr), {.absent_measures = AbsentMeasures::missing}, "Sheet1");
        reader.row(1, std::vector{text("unit"), text("cases")});
        reader.row(2, std::vector{text("A"), SheetCell{.kind = Kind::formula}});
        reader.row(3, std::vector{text("B"), SheetCell{.kind = Kind::percent, .number = 0.9218}});
        reader.build();
      }));
  add("book.hidden", [] {
    using Kind = SheetCell::Kind;
    const auto text = [](std::string_view name) { return SheetCell{.kind = Kind::text, .text = name}; };
    SheetReader reader(model_with(nullptr), {.absent_measures = AbsentMeasures::missing}, "Sheet1");
    reader.hide_rows(3, 4);
    reader.hide_columns(1, 1);
    reader.row(1, std::vector{text("unit"), text("cases")});
    for (std::size_t row = 2; row < 5; ++row) reader.row(row, std::vector{text(row == 2 ? "A" : row == 3 ? "B" : "C"), text("1")});
    auto told = reader.warnings(reader.build());
    std::erase_if(told, [](const Problem& problem) { return problem.entry != &problems::book_hidden; });
    return told;
  }());
  add("stream.unsupported",
      problems_thrown([] { stream_scores("communes.csv", model_with(nullptr), "scores.csv", {.reading = {.skip_last = 1}}); }));
  add("name.unknown of a track", asked([](const Scores& scores) { scores.row("A", "", "slef"); }));
  add("name.unknown of a block", asked([](const Scores& scores) { ranking(scores, {.block = "c"}); }));
  add("name.unknown of a period", asked([](const Scores& scores) { ranking(scores, {.block = "b", .period = "2024"}); }));
  add("name.unknown of a criterion", asked([](const Scores& scores) { scores.model().node("aa"); }));
  add("name.unknown of a unit", asked([](const Scores& scores) { scores.row("a", "", "self"); }));
  add("name.unknown of many", problems_thrown([] { index_of_name(nouns::period, "x", std::vector<std::string>(30, "2024")); }));
  add("name.unknown of none", problems_thrown([] { index_of_name(nouns::block, "x", {}); }));
  add("row.absent of a unit", asked([](const Scores& scores) { scores.row("A", "", "final"); }));
  add("row.absent of a block", asked([](const Scores& scores) { ranking(scores, {.block = "b", .track = "final"}); }));
  add("rank.absent", problems_thrown([] {
        const auto model = model_with([](ModelDraft& draft) { draft.fallback.clear(); });
        const auto scores = score(model, read(model, {{"unit", {"A"}},
                                                      {"block", {"b"}},
                                                      {"period", {"2024"}},
                                                      {"track", {"self"}},
                                                      {"ranked", {"no"}},
                                                      {"cases", {"1"}},
                                                      {"score", {"4"}},
                                                      {"plan", {"late"}},
                                                      {"funded", {"yes"}}}));
        const RankChanges::Side side{.period = "2024", .track = "self"};
        RankChanges(scores, "b", side, side).of("A");
      }));
  add("row.absent of any unit", problems_thrown([] {
        const auto model = model_with(nullptr);
        score(model, read(model, {{"unit", {}}, {"cases", {}}, {"score", {}}, {"plan", {}}, {"funded", {}}})).row("A", "", "self");
      }));

  const auto act = [](std::string id, std::vector<ActionChange> changes, const Decimal& cost = 1) {
    return Action{.id = std::move(id), .changes = std::move(changes), .cost = cost};
  };
  add("action.id", planned({act("a", {{"cases", 2.0}}), act("a", {{"score", 5.0}})}));
  add("action.id of none", planned({act("", {{"cases", 2.0}})}));
  add("action.measure", planned({act("a", {{"casse", 2.0}})}));
  add("action.measure of none", planned({act("a", {})}));
  add("action.measure twice", planned({act("a", {{"cases", 2.0}, {"cases", 3.0}})}));
  add("action.relative", planned({act("a", {{"cases", 2.0}})}, [](ModelDraft& draft) {
        draft.criteria[0] = leaf("a", 2, rules::PerItem{.value = "cases - cohort_min(cases)", .each = 1});
      }));
  add("action.value", planned({act("a", {{"score", 6.0}}), act("b", {{"plan", std::string("never")}}),
                               act("c", {{"funded", std::string()}}), act("d", {{"cases", true}})}));
  add("action.cost", planned({act("a", {{"cases", 2.0}}, -1)}));
  add("action.differs", problems_thrown([] { parse_actions("action,measure,value,cost\na,cases,1,1\na,score,4,2\n"); }));
  add("plan.linked", [&] {
    std::vector<Action> actions;
    for (std::int64_t i = 0; i < 21; ++i) actions.push_back(act("a" + std::to_string(i + 1), {{"m" + std::to_string(i + 1), i + 1}}));
    ModelDraft draft{.id = "linked", .measures = {}, .criteria = {}};
    std::string sum;
    Table table{{"unit", {"A"}}};
    for (const auto& one : actions) {
      const auto& name = one.changes[0].measure;
      draft.measures.emplace_back(name, measure(MeasureType::count));
      sum += (sum.empty() ? "" : " + ") + name;
      table.push_back({name, {"0"}});
    }
    draft.criteria = {leaf("reports", 100, rules::Given{.value = sum, .clamp = true})};
    const auto model = Model::build(std::move(draft));
    return problems_thrown([&] { Planner(Ranked(score(model, read(model, table))), 0, actions).plans(Target::index(1)); });
  }());
  // The test of plans makes so many sets; it takes long.
  add("plan.too_many_sets", {problem_at({}, Severity::error, problems::plan_too_many_sets, {(std::int64_t{1} << 22) + 1})});
  add("name.unknown of a class", asked([](const Scores& scores) { Planner(Ranked(scores), 0, {}).plans(Target::class_id("good")); }));

  const auto weighed = [](std::vector<GivenWeight> weights, WeightOf of = WeightOf::local) {
    return problems_thrown([&] { with_weights(Model::build(small_draft()), weights, of); });
  };
  add("weight.value", weighed({{"I", -1}, {"II", 1}}));
  add("weight.absent", weighed({{"1", 1}}));
  add("weight.absent of the model", weighed({}, WeightOf::global));
  add("weight.twice", weighed({{"I", 1}, {"I", 2}, {"II", 1}}));
  add("weight.twice of a group", weighed({{"I", 1}, {"1", 1}, {"II", 1}}, WeightOf::global));
  add("weight.inside of an entry", weighed({{"more", 1}}));
  add("weight.small", weighed({{"I", 1}, {"II", 100'000'000}}));
  add("language.unknown", {problem_at({}, Severity::error, problems::language_unknown, {"fr"})});
  add("criteria.limit of criteria", drafted([](ModelDraft& draft) { draft.criteria.resize(100'001, draft.criteria[0]); }));
  add("criteria.limit of entries", drafted([](ModelDraft& draft) {
        draft.adjustments.bonus = SideDraft{.cap = 1, .entries = {}};
        draft.adjustments.bonus->entries.resize(100'000, EntryDraft{.id = "e", .points = 1, .rule = rules::YesNo{"funded"}});
      }));
  add("json.size", check_model(std::string((std::size_t{8} << 20) + 1, ' ')));
  std::string values = "[";
  for (int i = 0; i < 200; ++i) values += "True,\n";
  add("problems.limit of syntax", check_model(values + "1]"));
  std::string keys = R"({"chiso": 1, "id": "m", "measures": {}, "criteria": [])";
  for (int i = 0; i < 100'100; ++i) keys += ", \"k" + std::to_string(i) + "\": 1";
  add("problems.limit of values", check_model(keys + "}"));
  std::string criteria = R"({"chiso": 1, "id": "m", "measures": {}, "criteria": [)";
  for (int i = 0; i < 100'001; ++i) criteria += i == 0 ? R"({"id": "g", "points": 1})" : R"(, {"id": "g", "points": 1})";
  add("criteria.limit of values", check_model(criteria + "]}"));
  std::string tracks = R"({"chiso": 1, "id": "m", "measures": {}, "criteria": [], "tracks": [)";
  for (int i = 0; i < 250'001; ++i) tracks += i == 0 ? "\"t\"" : ",\"t\"";
  add("lists.limit", check_model(tracks + "]}"));
  add("text.spreadsheet", misread({}, "PK\x03\x04\x14"));
  add("text.spreadsheet of the older kind", misread({}, "\xD0\xCF\x11\xE0\xA1"));
  add("columns.limit", misread({}, std::string(200'000, ',')));
  for (auto& one : out)
    if (one.problems.size() > 2000) one.problems.erase(one.problems.begin() + 1000, one.problems.end() - 1000);
  return out;
}

TEST(ProblemCases, EachReportAProblem) {
  for (const auto& one : all_cases()) {
    EXPECT_FALSE(one.problems.empty()) << one.name;
    for (const auto& problem : one.problems) {
      EXPECT_FALSE(problem.found().empty()) << one.name;
      EXPECT_FALSE(problem.expected().empty()) << one.name;
      EXPECT_TRUE(one.text.empty() || problem.place.line > 0) << one.name;
    }
  }
}
}
