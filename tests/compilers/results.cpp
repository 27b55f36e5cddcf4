// A user's program of the headers: random models and tables from a seed, and one hash of all results. It must print the same whatever
// compiler and flags it was compiled with. `results text` prints what is hashed, to see where two programs differ.
#include <algorithm>
#include <charconv>
#include <chiso/chiso.hpp>
#include <cstring>
#include <iostream>
#include <sstream>
#include <support/random_model.hpp>
#include <support/random_table.hpp>
#include <support/results_text.hpp>

namespace {
using namespace chiso;
using namespace chiso_test;

/// Hashes text (FNV-1a, 64 bits), and prints it if asked to.
class Outcomes {
 public:
  explicit Outcomes(bool printed) : printed_(printed) {}
  void add(const std::string& text) {
    if (printed_) std::cout << text;
    for (const char c : text) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    bytes_ += text.size();
  }
  std::uint64_t hash() const { return hash_; }
  std::size_t bytes() const { return bytes_; }

 private:
  bool printed_;
  std::uint64_t hash_ = 0xcbf29ce484222325;
  std::size_t bytes_ = 0;
};

void write(std::ostream& out, const std::optional<Index>& index) {
  if (!index) return void(out << " -");
  out << ' ' << Decimal::fixed(index->exact().num, 0) << '/' << Decimal::fixed(index->exact().den, 0) << ' ' << index->published();
}
void write(std::ostream& out, const Rational& value) {
  if (const auto small = value.as_ratio()) return void(out << Decimal::fixed(small->num, 0) << '/' << Decimal::fixed(small->den, 0));
  out << "wide " << value.sign();
}
void write(std::ostream& out, const std::vector<ReadValue>& values) {
  for (const auto& read : values) {
    out << " [" << static_cast<int>(read.from) << ' ' << read.place << ' ' << name_of(read.value.state) << ' ';
    write(out, read.value.value);
    out << ']';
  }
}
void write(std::ostream& out, const Reason& reason) {
  for (const auto& place : {reason.option, reason.tier, reason.part})
    if (place)
      out << ' ' << *place;
    else
      out << " -";
  out << ' ' << reason.short_of_floor << reason.at_most << reason.at_least << ' ' << name_of(reason.counted_in);
  for (const auto item : reason.not_true) out << " not true " << item;
  for (const auto item : reason.not_applicable) out << " not applicable " << item;
  for (const auto& part : reason.parts) {
    out << " (" << name_of(part.points.state) << ' ';
    write(out, part.points.value);
    write(out, part.reason);
    write(out, part.operands);
    out << ')';
  }
}
void write(std::ostream& out, const Tally& tally) {
  out << ' ' << tally.achieved << ' ' << tally.applicable << ' ' << tally.bonus << ' ' << tally.penalty << ' ' << tally.complete;
}
/// A row with its reasons.
void write(std::ostream& out, const Scorecard& card) {
  out << "card " << card.unit << ' ' << card.row;
  write(out, card.tally);
  write(out, card.index);
  for (const auto& line : card.lines) {
    out << "\nline " << line.node;
    write(out, line.tally);
    write(out, line.index);
    out << ' ' << (line.state ? name_of(*line.state) : "-") << ' ' << line.outside_its_tracks;
    if (line.condition) out << " unless " << *line.condition;
    if (line.left_out) out << " left out";
    if (line.own) out << " own " << line.own->quanta;
    if (line.rule) {
      for (const auto& part : {std::optional(line.rule->points), line.rule->value}) {
        out << ' ' << (part ? name_of(part->state) : "-") << ' ';
        if (part) write(out, part->value);
      }
      write(out, line.rule->reason);
      write(out, line.rule->operands);
    }
    for (const auto measure : line.missing) out << " missing " << measure;
    for (const auto measure : line.not_applicable) out << " not applicable " << measure;
    write(out, line.missing_elsewhere);
    for (const auto table : line.tables_not_given) out << " not given " << table;
  }
  out << '\n';
}

/// Builds a model from a draft; writes the problems if it has any.
std::optional<Model> built(const ModelDraft& draft, std::ostream& out) {
  Report report;
  auto model = build(draft, report);
  for (const auto& problem : report.problems()) out << "model " << to_text(problem) << '\n';
  return model;
}

/// The cells of a number as doubles, which the standard library reads from their text, because arithmetic would depend on flags. Some are
/// noise. NaN and infinity are stored as bits: under -ffast-math a double must not hold them on the way.
std::vector<double> as_doubles(const std::vector<std::string>& cells, Random& random) {
  std::vector<double> out(cells.size());
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto put = [&](std::uint64_t bits) { std::memcpy(&out[i], &bits, sizeof bits); };
    auto text = cells[i];
    if (random.one_in(4)) text += text.find('.') == text.npos ? ".000000000001" : "0000000001";
    if (random.one_in(3000))
      put(0x7FF0000000000000);
    else if (cells[i].empty() || cells[i] == "not_applicable")
      put(0x7FF8000000000000);
    else
      std::from_chars(text.data(), text.data() + text.size(), out[i]);
  }
  return out;
}
Evidence evidence_of(const Model& model, const Table& table, Random& random) {
  EvidenceBuilder builder(model);
  for (const auto& column : table) {
    const auto& [name, cells] = column;
    const auto measure =
        std::find_if(model.measures().begin(), model.measures().end(), [&](const auto& one) { return one.name == column.first; });
    if (measure != model.measures().end() && type_of(measure->type) == Type::number && random.one_in(2))
      builder.numbers(name, as_doubles(cells, random));
    else
      builder.texts(name, cells);
  }
  return builder.build();
}

/// A table as people have it: scores, ranks, classes, averages, reasons, changes; or its problems.
void whole_table(std::ostream& out, Random& random) {
  const auto model = built(random_ranked_model(random), out);
  if (!model) return;
  const auto table = random_table(*model, 1 + random.below(12), random);
  try {
    const auto scores = score(*model, evidence_of(*model, table, random), {.keep = Keep::leaves});
    ResultsText(scores, out).write();
    for (std::size_t row = 0; row < scores.rows(); row += 3) write(out, scores.scorecard(row));
    for (const auto& cohort : scores.resolved().cohorts().list) {
      const Selection selection{scores.evidence().blocks()[cohort.block], scores.evidence().periods()[cohort.period],
                                std::string(model->tracks()[cohort.track])};
      for (const auto& row : ranking(scores, selection)) out << "ranked " << row.rank << ' ' << row.unit << ' ' << row.class_id << '\n';
      for (const auto& earlier : scores.resolved().cohorts().list) {
        if (earlier.block != cohort.block || earlier.track != cohort.track || earlier.period == cohort.period) continue;
        const Selection from{selection.block, scores.evidence().periods()[earlier.period], selection.track};
        for (const auto& change : changes(scores, from, scores, selection)) {
          out << "change " << change.unit << ' ' << change.places.value_or(0) << ' ' << change.published_points.value_or(Decimal()) << ' ';
          if (change.points) write(out, *change.points);
          out << '\n';
        }
      }
    }
  } catch (const EvidenceError& error) {
    out << "evidence " << error.total() << '\n';
    for (const auto& problem : error.problems()) out << to_text(problem) << '\n';
  }
}

/// Columns of large numbers for the kernels, which make tiles take 64 and 128 bits and wide arithmetic.
std::array<std::size_t, 4> large_numbers(std::ostream& out, Random& random) {
  const auto model = built(random_model(random), out);
  if (!model) return {};
  const std::size_t rows = random.one_in(20) ? 1025 : 1 + random.below(40);
  const RandomBatch evidence(*model, rows, random);
  const Scorer scorer(*model);
  std::vector<std::int64_t> achieved(rows), applicable(rows), bonus(rows), penalty(rows);
  std::vector<std::uint8_t> incomplete(rows);
  std::vector<std::vector<std::int64_t>> quanta(model->items().size(), std::vector<std::int64_t>(rows));
  std::vector<std::vector<ItemState>> states(model->items().size(), std::vector<ItemState>(rows));
  ScoreColumns into{achieved, applicable, bonus, penalty, incomplete, {}, {}};
  for (std::size_t i = 0; i < quanta.size(); ++i) into.items.push_back({quanta[i], states[i], {}, {}});
  scorer.score(evidence.batch, into);
  for (std::size_t row = 0; row < rows; ++row) {
    out << "row";
    write(out, Tally{achieved[row], applicable[row], bonus[row], penalty[row], incomplete[row] == 0});
    for (std::size_t i = 0; i < quanta.size(); ++i) out << ' ' << quanta[i][row] << ' ' << name_of(states[i][row]);
    out << '\n';
    if (row % 16 == 0) write(out, scorer.scorecard(evidence.batch, row));
  }
  return scorer.widths(evidence.batch);
}
}

int main(int count, char** arguments) {
  const bool printed = count > 1 && std::string_view(arguments[1]) == "text";
  constexpr std::uint64_t cases = 600;
  Outcomes outcomes(printed);
  std::array<std::size_t, 4> widths{};
  for (std::uint64_t seed = 0; seed < cases; ++seed) {
    Random random(seed);
    std::ostringstream out;
    out << "case " << seed << '\n';
    whole_table(out, random);
    const auto counted = large_numbers(out, random);
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] += counted[i];
    outcomes.add(out.str());
  }
  for (const auto of_width : widths) {
    if (of_width >= 20) continue;
    std::cerr << "An arithmetic is hardly met: " << of_width << " items\n";
    return 1;
  }
  if (!printed) std::cout << cases << " cases, " << outcomes.bytes() << " bytes, hash " << std::hex << outcomes.hash() << '\n';
  return 0;
}
