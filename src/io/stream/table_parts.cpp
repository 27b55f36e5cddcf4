#include <io/stream/table_parts.hpp>
#include <numeric>

namespace chiso::inline CHISO_BUILD {
void TableParts::take(TableStream& stream) {
  std::string all;
  std::vector<std::uint64_t> begin_of_part(parts() + 1, 0);
  stream.take([&](std::size_t part, std::size_t rows, std::string_view bytes) {
    all += bytes;
    rows_[part] += rows;
    begin_of_part[part + 1] = bytes.size();
  });
  if (all.empty()) return;
  begin_of_part[0] = spool_.size();
  std::partial_sum(begin_of_part.begin(), begin_of_part.end(), begin_of_part.begin());
  spool_.append(all);
  taken_.push_back(spool_.append({reinterpret_cast<const char*>(begin_of_part.data()), begin_of_part.size() * sizeof(std::uint64_t)}));
}
std::size_t TableParts::parts_of(std::size_t first, std::size_t rows) const {
  std::size_t end = first, count = 0;
  while (end < parts() && (end == first || count + rows_[end] <= rows)) count += rows_[end++];
  return end - first;
}
std::size_t TableParts::rows(std::size_t first, std::size_t end) const {
  return std::accumulate(rows_.begin() + static_cast<std::ptrdiff_t>(first), rows_.begin() + static_cast<std::ptrdiff_t>(end),
                         std::size_t{0});
}
std::vector<std::string> TableParts::read(std::size_t first, std::size_t end) const {
  std::vector<std::string> out;
  for (const auto at : taken_) {
    std::uint64_t from = 0, to = 0;
    const auto get = [&](std::size_t part, std::uint64_t& into) {
      spool_.read(at + part * sizeof(std::uint64_t), reinterpret_cast<char*>(&into), sizeof into);
    };
    get(first, from);
    get(end, to);
    if (from == to) continue;
    auto& bytes = out.emplace_back(to - from, '\0');
    spool_.read(from, bytes.data(), bytes.size());
  }
  return out;
}
void TableParts::for_each_take(TableStream::Direction direction, const std::function<void(std::string_view)>& use) const {
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    const auto at = taken_[direction == TableStream::Direction::down ? i : taken_.size() - 1 - i];
    std::uint64_t from = 0;
    spool_.read(at, reinterpret_cast<char*>(&from), sizeof from);
    std::string bytes(at - from, '\0');
    spool_.read(from, bytes.data(), bytes.size());
    use(bytes);
  }
}
}
