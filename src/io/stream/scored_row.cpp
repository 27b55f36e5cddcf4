#include <cstring>
#include <io/stream/scored_row.hpp>

namespace chiso::inline CHISO_BUILD {
std::strong_ordering ScoredRowOrder::compare(const ScoredRow& a, const ScoredRow& b) const {
  if (const auto order = a.indices[0] <=> b.indices[0]; order != 0) return order;
  std::size_t index = 1, value = 0;
  for (const auto& one : tie_break_) {
    if (!one.value) {
      if (const auto order = a.indices[index] <=> b.indices[index]; order != 0) return order;
      ++index;
      continue;
    }
    const auto &x = a.values[value], &y = b.values[value];
    ++value;
    if (!x || !y) {  // none is last in either order
      if (x.has_value() != y.has_value()) return x ? std::strong_ordering::greater : std::strong_ordering::less;
      continue;
    }
    const auto order = *x <=> *y;
    if (order != 0)
      return (order > 0) == (one.order == ValueOrder::descending) ? std::strong_ordering::greater : std::strong_ordering::less;
  }
  return std::strong_ordering::equal;
}
std::strong_ordering ScoredRowOrder::operator()(const ScoredRow& a, const ScoredRow& b) const {
  if (const auto order = a.block <=> b.block; order != 0) return order;
  if (const auto order = a.period <=> b.period; order != 0) return order;
  if (const auto order = a.track <=> b.track; order != 0) return order;
  if (a.is_ranked != b.is_ranked) return a.is_ranked ? std::strong_ordering::less : std::strong_ordering::greater;
  if (a.is_ranked)
    if (const auto order = compare(b, a); order != 0) return order;
  const auto order = a.unit.compare(b.unit);
  return order < 0 ? std::strong_ordering::less : order > 0 ? std::strong_ordering::greater : std::strong_ordering::equal;
}

namespace {
template <class T>
void put_number(const T& value, std::string& out) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}
void put_text(std::string_view text, std::string& out) {
  put_number(static_cast<std::uint32_t>(text.size()), out);
  out.append(text);
}
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : left_(bytes) {}
  template <class T>
  T number() {
    T out;
    std::memcpy(&out, left_.data(), sizeof out);
    left_.remove_prefix(sizeof out);
    return out;
  }
  std::string_view text() {
    const auto size = number<std::uint32_t>();
    const auto out = left_.substr(0, size);
    left_.remove_prefix(size);
    return out;
  }

 private:
  std::string_view left_;
};
}

void put(const ScoredRow& row, std::string& out) {
  put_number(row.block, out);
  put_number(row.period, out);
  put_number(row.track, out);
  put_number(row.is_ranked, out);
  put_text(row.unit, out);
  const auto& texts = row.texts;
  for (const auto text : {texts.before_rank, texts.class_id, texts.before_class_by, texts.class_by, texts.behind_level})
    put_text(text, out);
  if (!row.is_ranked) return;
  put_number(row.coverage.known, out);
  put_number(row.coverage.asked, out);
  put_number(row.class_code, out);
  put_text(row.published, out);
  for (const auto& index : row.indices) {
    const auto value = index.value().value_or(Ratio{0, 0});  // a denominator of 0 is none
    put_number(value.num, out);
    put_number(static_cast<std::int64_t>(value.den), out);
  }
  for (const auto& value : row.values) put_text(value ? value->text() : std::string(), out);
}
void get(std::string_view bytes, const Model& model, ScoredRow& out) {
  Bytes from(bytes);
  out.block = from.number<std::uint32_t>();
  out.period = from.number<std::uint32_t>();
  out.track = from.number<std::uint32_t>();
  out.is_ranked = from.number<bool>();
  out.unit = from.text();
  auto& texts = out.texts;
  for (auto* text : {&texts.before_rank, &texts.class_id, &texts.before_class_by, &texts.class_by, &texts.behind_level})
    *text = from.text();
  out.indices.clear();
  out.values.clear();
  if (!out.is_ranked) return;
  out.coverage.known = from.number<std::int64_t>();
  out.coverage.asked = from.number<std::int64_t>();
  out.class_code = from.number<std::uint32_t>();
  out.published = from.text();
  std::size_t indices = 1, values = 0;
  for (const auto& one : model.tie_break()) ++(one.value ? values : indices);
  for (std::size_t i = 0; i < indices; ++i) {
    const auto num = from.number<int128>();
    const auto den = from.number<std::int64_t>();
    out.indices.push_back(den == 0 ? RankingIndex() : *RankingIndex::of_value(Ratio{num, den}, model.ranking().key));
  }
  for (std::size_t i = 0; i < values; ++i) {
    const auto text = from.text();
    out.values.push_back(text.empty() ? TieValue() : Rational::of_text(std::string(text)));
  }
}
}
