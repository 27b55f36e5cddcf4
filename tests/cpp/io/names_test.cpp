#include "../evidence/tables.hpp"
#include <chiso/io/json/model.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/read/frame.hpp>
#include <chiso/io/read/records.hpp>
#include <gtest/gtest.h>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>

// Names are read as people see them, wherever they are written (SPEC 3).
namespace chiso_test::names {
namespace {
/// A model whose names are written in several ways; `on time` has two blanks where it is declared, and others where it is used.
const char* const text = R"({
  "chiso": 1, "id": "m", "tracks": ["tự  chấm", "thẩm\u00a0định"], "fallback": {"thẩm  định": ["tự\tchấm"]},
  "blocks": [{"id": "Khối  sở"}, "Khối\u200b xã"],
  "measures": {"plan": {"type": "choice", "options": ["đúng  hạn", {"id": "trễ\u00a0hạn"}]}, "n": {"type": "count"}, "ok": {"type": "yes_no"}},
  "parameters": {"norm": {"by": "block", "values": {"Khối\u00a0sở": 2, "Khối xã": 1}}},
  "criteria": [
    {"id": "a", "points": 2, "tracks": ["thẩm   định"], "rule": {"type": "options", "value": "plan", "points": {"đúng hạn": 2, "trễ  hạn": 1}}},
    {"id": "b", "points": 1, "rule": {"type": "yes_no", "value": "plan == 'đúng  hạn' and ok"}},
    {"id": "c", "points": 2, "rule": {"type": "per_item", "value": "n * norm", "each": 1}}]})";

TEST(Names, OfAModelAreReadAsTheyAreSeen) {
  const auto model = parse_model(text);
  EXPECT_EQ(model.tracks()[0], "tự chấm");
  EXPECT_EQ(model.tracks()[1], "thẩm định");
  EXPECT_EQ(model.blocks()[0], "Khối sở");
  EXPECT_EQ(model.blocks()[1], "Khối xã");
  EXPECT_EQ(model.measures()[0].options[0], "đúng hạn");
  EXPECT_EQ(model.measures()[0].options[1], "trễ hạn");
  EXPECT_EQ(parse_model(to_json(model)), model);
}
TEST(Names, OfAModelMadeInCodeMustBeAsTheyAreSeen) {
  for (const char* name : {"a  b", "a\u00A0b", "a\u200Bb", " a", "a\tb", "\uFEFFa", "a\u00AD"}) {
    auto plan = measure(MeasureType::choice);
    plan.options = {name};
    EXPECT_THROW(model_of(plan), ModelError) << name;
  }
  auto plan = measure(MeasureType::choice);
  plan.options = {"a b", "c"};
  EXPECT_EQ(model_of(plan).measures()[0].options[0], "a b");
}

const Model model = parse_model(text);
constexpr std::string_view plain = "unit,block,period,track,ranked,plan,n,ok\nXã Hòa An,Khối xã,2024 Q1,tự chấm,có,trễ hạn,3,không\n";
/// The same row, written in ways that look alike.
const std::vector<std::string> alike{
    "unit,block,period,track,ranked,plan,n,ok\nXã  Hòa An,Khối  xã,2024  Q1,tự  chấm, có ,trễ  hạn,3,không\n",
    "unit,block,period,track,ranked,plan,n,ok\nXã\u00A0Hòa\u00A0An,Khối\u00A0xã,2024\u202FQ1,tự\u2009chấm,có\u00A0,trễ\u3000hạn,\u00A03,"
    "không\n",
    "unit,block,period,track,ranked,plan,n,ok\nXã\u200B Hòa An,Khối xã\u200E,2024\u200F Q1,\u2060tự chấm,có\u200B,tr\u00ADễ "
    "hạn,3,kh\u200Bông\n",
    "\uFEFF\uFEFFunit,\u200Bblock,period\u00A0,track,ranked\u2060,plan,n,o\u00ADk\n\uFEFFXã Hòa An,Khối xã,2024 Q1,tự chấm,CÓ,trễ "
    "hạn,3,\u200EKHÔNG\n",
    "unit,block,period,track,ranked,plan,n,ok\n\"Xã Hòa\r\nAn\",\"Khối\nxã\",\"2024\tQ1\",\"tự\vchấm\",có,\"trễ \n hạn\",3,không\n",
    // A mark behind a character that nobody sees belongs to the letter before it.
    "unit,block,period,track,ranked,plan,n,ok\nXã Ho\u200B\u0300a An,Khối xã,2024 Q1,tự chấm,có,trễ hạn,3,không\n"};

TEST(Names, OfATableAreReadAsTheyAreSeen) {
  const auto expected = parse_evidence(plain, model);
  EXPECT_EQ(expected.unit(0), "Xã Hòa An");
  EXPECT_EQ(expected.block(0), "Khối xã");
  EXPECT_EQ(expected.period(0), "2024 Q1");
  EXPECT_EQ(expected.track(0), 0U);
  for (const auto& table : alike) EXPECT_TRUE(parse_evidence(table, model) == expected) << table;
}
TEST(Names, OfFramesAndRecordsAndColumnsInCodeAreReadLikewise) {
  const std::vector<std::string> heads{"unit", "block", "period", "track", "ranked", "plan", "n", "ok"};
  const std::vector<std::string> cells{
      "Xã\u200B  Hòa\u00A0An", "Khối\n xã", "2024\u00A0\u00A0Q1", "tự\u2060  chấm", "có\u200B", "trễ  hạn", " 3", "kh\u00ADông"};
  const auto expected = parse_evidence(plain, model);
  auto frame = frame_reader(model, {});
  EvidenceBuilder builder(model);
  std::string record;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    add_text(frame, add_column(frame, heads[i] + "\u00A0\u200B"), cells[i]);
    builder.texts(heads[i], {cells[i]});
    auto escaped = cells[i];
    for (auto at = escaped.find('\n'); at != escaped.npos; at = escaped.find('\n')) escaped.replace(at, 1, "\\n");
    record += (i == 0 ? "{\"" : ", \"") + heads[i] + "\u200B\": \"" + escaped + '"';
  }
  EXPECT_TRUE(frame.build() == expected);
  EXPECT_TRUE(builder.build() == expected);
  EXPECT_TRUE(parse_records(record + "}", model) == expected);
}
TEST(Names, OfStatesMayStandInEveryMeasure) {
  const auto state = [&](const std::string& n, const ReadingOptions& options = {}) {
    return parse_evidence("unit,block,plan,n,ok\nA,Khối xã," + n + "," + n + "," + n + "\n", model, options);
  };
  for (const char* word :
       {"không  áp dụng", "không\u00A0áp\u00A0dụng", "\u200BKhông áp dụng", "not_\u00ADapplicable", "\"không áp\ndụng\""})
    for (const std::size_t measure : {0U, 1U, 2U}) EXPECT_EQ(state(word).measure(measure).state(0), State::not_applicable) << word;
  const ReadingOptions words{.missing_words = {"chưa  có", "n/\u200Ba"}};
  for (const char* word : {"chưa có", "chưa\u00A0có", "chưa   có", "n/a", "n\u2060/a"})
    for (const std::size_t measure : {0U, 1U, 2U}) EXPECT_EQ(state(word, words).measure(measure).state(0), State::missing) << word;
  // A number is no name: what stands between its digits may be a mark that the reader was not told of.
  for (const char* number : {"1\u200B000", "1\u00A0000", "1 000"})
    EXPECT_EQ(problems_of([&] { parse_evidence("unit,block,plan,n,ok\nA,Khối xã,," + std::string(number) + ",\n", model); }),
              Lines{"cell.number /0/n: " + std::string(number)});
}
TEST(Names, ThatNobodySeesAreBlank) {
  EXPECT_EQ(problems_of([&] { parse_evidence("unit,block,plan,n,ok\n\u200B,Khối xã,,1,\n", model); }),
            Lines{"unit.empty /0/unit: a blank"});
  EXPECT_EQ(parse_evidence("unit,block,plan,n,ok\nA,Khối xã,,1,\n\u200B,\u00A0,\uFEFF,,\u2060\n", model).rows(), 1U);
}

TEST(Names, OfWrappedHeadsAreRenamedAsTheyAreSeen) {
  const auto rename = [](std::string from, std::string to) { return ReadingOptions{.rename = {{std::move(from), std::move(to)}}}; };
  for (const char* head : {"\"Số hồ sơ\ntiếp nhận\"", "\"Số hồ sơ \r\n tiếp nhận\"", "Số hồ sơ  tiếp nhận", "Số hồ sơ\u00A0tiếp nhận",
                           "\"Số\nhồ\nsơ\ntiếp\nnhận\"", "\uFEFFSố hồ sơ tiếp\u200B nhận"})
    for (const char* told : {"Số hồ sơ tiếp nhận", "Số hồ sơ\ntiếp nhận", "Số  hồ sơ tiếp\u00A0nhận"})
      EXPECT_EQ(
          parse_evidence("unit,block,plan,ok," + std::string(head) + "\nA,Khối xã,,,7\n", model, rename(told, "n")).measure(1).values[0], 7)
          << head << told;
  // Two heads with one first line are told apart by the whole of them, and the hint names one that works.
  const std::string two = "unit,block,plan,ok,\"Số hồ sơ\ntiếp nhận\",\"Số hồ sơ\ngiải quyết\"\nA,Khối xã,,,7,5\n";
  auto options = rename("Số hồ sơ tiếp nhận", "n");
  options.unknown_columns = UnknownColumns::ignore;
  EXPECT_EQ(parse_evidence(two, model, options).measure(1).values[0], 7);
  std::vector<Problem> whole;
  options.rename[0].first = "Số hồ sơ tiếp nhạn";
  options.absent_measures = AbsentMeasures::missing;
  EXPECT_EQ(problems_of([&] { parse_evidence(two, model, options); }, &whole),
            Lines{"rename.absent /columns/Số hồ sơ tiếp nhạn: Số hồ sơ tiếp nhạn"});
  EXPECT_EQ(whole.at(0).suggestion(), "Số hồ sơ tiếp nhận");
  EXPECT_EQ(parse_evidence("unit,block,plan,ok,\"n\nSố hồ sơ\"\nA,Khối xã,,,7\n", model).measure(1).values[0],
            7);  // the first line is known
}

TEST(Names, ThatArePlainAreNotCopied) {
  std::string room = "untouched";
  for (const std::string_view name :
       {"", "A", "U000001", "Commune of the north 12", "Xã Hòa An", "Phường Đống Đa – 2", "a b c d e f g h i j"}) {
    EXPECT_EQ(clean_name_view(name, room), name);
    if (name.find("–") != name.npos) continue;
    EXPECT_EQ(clean_name_view(name, room).data(), name.data()) << name;
  }
  for (std::size_t size = 2; size < 40; ++size)
    for (std::size_t at = 0; at < size; ++at) {
      std::string name(size, 'x');
      name[at] = ' ';
      const bool inside = at > 0 && at + 1 < size;
      EXPECT_EQ(clean_name(name) == name, inside);
      EXPECT_EQ(is_plain_ascii_name(name), inside);
      if (at + 1 == size) continue;
      name[at + 1] = ' ';
      EXPECT_FALSE(is_plain_ascii_name(name)) << size << ' ' << at;
      EXPECT_NE(clean_name(name), name);
      name[at + 1] = '!';  // a byte that differs from a blank in its lowest bit
      EXPECT_EQ(is_plain_ascii_name(name), at > 0) << size << ' ' << at;
    }
}
}
}
