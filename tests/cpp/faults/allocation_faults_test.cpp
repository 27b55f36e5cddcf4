// Memory runs out at every point of loading, validating, reading, scoring and ranking: the result is bad_alloc, nothing leaks, and
// existing objects still work.
#include <cerrno>
#include <chiso/chiso.hpp>
#include <chiso/io.hpp>
#include <cstdlib>
#include <functional>
#include <gtest/gtest.h>
#include <new>
#include <string>

namespace {
/// Counts allocations and lets one fail. It uses plain numbers, because nothing here may allocate.
struct Memory {
  bool armed = false;
  long left = 0;  // allocations that succeed before one fails
  long alive = 0;

  bool fails() { return armed && left-- <= 0; }
};
Memory memory;

void* allocated(std::size_t size, std::size_t alignment) {
  if (memory.fails()) return nullptr;
  void* const out =
      alignment == 0 ? std::malloc(size == 0 ? 1 : size) : std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
  if (out != nullptr) ++memory.alive;
  return out;
}
void* or_throw(void* block) {
  if (block == nullptr) throw std::bad_alloc();
  return block;
}
void freed(void* block) {
  if (block == nullptr) return;
  --memory.alive;
  std::free(block);
}
}

void* operator new(std::size_t size) { return or_throw(allocated(size, 0)); }
void* operator new[](std::size_t size) { return or_throw(allocated(size, 0)); }
void* operator new(std::size_t size, std::align_val_t alignment) { return or_throw(allocated(size, static_cast<std::size_t>(alignment))); }
void* operator new[](std::size_t size, std::align_val_t alignment) {
  return or_throw(allocated(size, static_cast<std::size_t>(alignment)));
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocated(size, 0); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return allocated(size, 0); }
void operator delete(void* block) noexcept { freed(block); }
void operator delete[](void* block) noexcept { freed(block); }
void operator delete(void* block, std::size_t) noexcept { freed(block); }
void operator delete[](void* block, std::size_t) noexcept { freed(block); }
void operator delete(void* block, std::align_val_t) noexcept { freed(block); }
void operator delete[](void* block, std::align_val_t) noexcept { freed(block); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept { freed(block); }
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept { freed(block); }
void operator delete(void* block, const std::nothrow_t&) noexcept { freed(block); }
void operator delete[](void* block, const std::nothrow_t&) noexcept { freed(block); }

namespace {
using namespace chiso;

/// Runs the work again and again, each time with a later allocation failing, until it succeeds. `work` returns a number that identifies
/// its result.
void fails_cleanly_everywhere(const std::function<std::size_t()>& work) {
  const auto whole = work();  // also makes what is made only once
  for (long n = 0;; ++n) {
    const auto before = memory.alive;
    std::size_t result = 0;
    bool out_of_memory = false;
    memory.armed = true;
    memory.left = n;
    try {
      result = work();
    } catch (const std::bad_alloc&) {
      out_of_memory = true;
    }
    memory.armed = false;
    ASSERT_EQ(memory.alive, before) << "after allocation " << n;
    if (out_of_memory) continue;
    EXPECT_EQ(result, whole);
    EXPECT_GT(n, 0);
    return;
  }
}
std::size_t known_by(const std::string& text) { return std::hash<std::string>()(text); }

constexpr auto table =
    "unit,block,period,track,plan,received,resolved,on_time,budget,initiatives,council\n"
    "A,communes,2023,final,on_time,10,9,9,yes,1,4.5\n"
    "B,communes,2023,final,late,10,8,7,no,2,4\n"
    "A,communes,2024,appraised,on_time,12,12,11,yes,3,5\n"
    "B,communes,2024,final,none,0,0,0,yes,0,\n"
    "C,offices,2024,final,late,5,5,5,có,1,3.25\n";

class AllocationFaults : public testing::Test {
 protected:
  const std::string text = read_file(std::string(CHISO_TEST_CASES) + "/models/spec_example.json");
  const Model model = parse_model(text);
  const Evidence evidence = parse_evidence(table, model);
};

TEST_F(AllocationFaults, AreHandledWhenReadingAModel) {
  fails_cleanly_everywhere([&] { return known_by(to_json(parse_model(text))); });
}
TEST_F(AllocationFaults, AreHandledWhenReportingProblemsOfModelText) {
  constexpr std::string_view syntax = R"({"chiso": 1 "id": "a\qb", "title": NaN, "a": [1, 2,], "b": "nul\u0000", "meta": })";
  constexpr std::string_view values =
      R"({"chiso": 1, "id": 5, "titel": "a\qb", "title": {}, "measures": {"a": {"type": "cuont"}}, "version": NaN,
         "point_decimals": 1.5, "criteria": [{"id": "x", "points": "1", "rule": {"type": "yes_noo", "value": "b"}}, {}, 7]})";
  for (const auto broken : {syntax, values})
    fails_cleanly_everywhere([&] {
      std::string all;
      for (const auto& problem : check_model(broken)) all += to_text(problem) + to_text(problem, Text::Language::vi);
      return known_by(all);
    });
}
TEST_F(AllocationFaults, AreHandledWhenReadingAPart) {
  fails_cleanly_everywhere([&] {
    Report report;
    const auto part = canonical_part("tier", R"({"points": 1, "from": 2, "label": {"vi": "một nhãn dài hơn mười lăm"}})", report);
    return known_by(part.value_or(""));
  });
}
TEST_F(AllocationFaults, AreHandledWhenBuildingAModelFromADraft) {
  fails_cleanly_everywhere([&] { return Model::build(model.draft()).nodes().size(); });
}
TEST_F(AllocationFaults, AreHandledWhenReportingProblemsOfAModel) {
  auto broken = model.draft();
  broken.criteria[0].criteria[1].rule = rules::YesNo{"buget and plan != 'nane'"};
  broken.classes->vetoes[1].criterion = Ids("procedure");
  ASSERT_EQ(check(broken).size(), 2U);
  fails_cleanly_everywhere([&] { return check(broken).size(); });
}
TEST_F(AllocationFaults, AreHandledWhenReadingEvidence) {
  fails_cleanly_everywhere([&] { return parse_evidence(table, model).rows(); });
}
TEST_F(AllocationFaults, AreHandledWhenReportingProblemsOfEvidence) {
  const std::string bad = std::string(table) + "D,communes,2024,final,lat,x,1,1,maybe,1,9\n";
  fails_cleanly_everywhere([&] {
    try {
      return parse_evidence(bad, model).rows();
    } catch (const EvidenceError& error) {
      return 1000 + error.total();
    }
  });
}
TEST_F(AllocationFaults, AreHandledWhenScoring) {
  for (const auto keep : {Keep::totals, Keep::groups, Keep::leaves})
    fails_cleanly_everywhere([&] { return static_cast<std::size_t>(score(model, evidence, {.keep = keep}).tally(0).achieved); });
}
TEST_F(AllocationFaults, AreHandledWhenWritingForPeople) {
  auto looking_back = model.draft();
  looking_back.criteria[0].criteria[1].rule = rules::YesNo{"previous(received) > 0"};
  const auto one_period =
      parse_evidence("unit,block,period,plan,received,resolved,on_time,budget,initiatives,council\nA,communes,2024,late,1,1,1,yes,1,4\n",
                     Model::build(looking_back));
  ASSERT_EQ(one_period.warnings().size(), 1U);
  fails_cleanly_everywhere([&] { return one_period.warnings().size(); });
  const auto warning = one_period.warnings()[0];
  for (const auto language : {Text::Language::vi, Text::Language::en}) {
    fails_cleanly_everywhere([&] { return known_by(to_text(warning, language)); });
    for (const auto format : {DescriptionFormat::markdown, DescriptionFormat::csv, DescriptionFormat::html})
      fails_cleanly_everywhere([&] { return known_by(describe(model, language, format)); });
    const auto card = score(model, evidence, {.keep = Keep::leaves}).scorecard(3);
    for (const auto& line : card.lines) EXPECT_LT(reason_words(model, line, language).size(), 200U);
    fails_cleanly_everywhere([&] { return known_by(reason_words(model, card.lines[2], language) + std::string(40, ' ')); });
  }
  fails_cleanly_everywhere([&] { return known_by(json_schema()); });
}
TEST_F(AllocationFaults, AreHandledWhenMakingRanksClassesAveragesAndTables) {
  const auto scores = score(model, evidence, {.keep = Keep::leaves});
  fails_cleanly_everywhere([&] { return ranking(scores, {.block = "communes", .period = "2023"}).size(); });
  fails_cleanly_everywhere([&] { return averages(Ranked(scores)).size(); });
  fails_cleanly_everywhere([&] { return known_by(to_csv(scores, {.exact = true, .by_criterion = true})); });
  fails_cleanly_everywhere([&] { return known_by(to_json(scores)); });
  fails_cleanly_everywhere([&] { return scores.scorecard(3).lines.size(); });
  fails_cleanly_everywhere([&] { return averages_table(scores).rows(); });
  fails_cleanly_everywhere([&] { return evidence_table(evidence).columns().size(); });
  const std::vector<std::size_t> nodes{0, 1};
  fails_cleanly_everywhere([&] { return matrix(scores, nodes, MatrixValue::share).values.size(); });
}
TEST_F(AllocationFaults, BecomeErrorCodesInArrowCallbacks) {
  const auto of_scores = score_table(score(model, evidence, {.keep = Keep::leaves}), {.exact = true});
  fails_cleanly_everywhere([&] {
    ArrowArrayStream stream{};
    to_arrow(of_scores, &stream, FigureType::decimal);
    ArrowSchema schema{};
    ArrowArray batch{};
    int code = stream.get_schema(&stream, &schema);
    if (code == 0) code = stream.get_next(&stream, &batch);
    const bool reported = stream.get_last_error(&stream) != nullptr;
    if (batch.release) batch.release(&batch);
    if (schema.release) schema.release(&schema);
    stream.release(&stream);
    if (code == ENOMEM && reported) throw std::bad_alloc();
    return static_cast<std::size_t>(code) + of_scores.rows();
  });
}
}
