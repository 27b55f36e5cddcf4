#include <algorithm>
#include <cstring>
#include <io/stream/row_runs.hpp>
#include <memory>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr std::size_t written_at_once = std::size_t{1} << 20;
constexpr std::size_t read_at_once = std::size_t{8} << 20;  // of all runs together
constexpr std::size_t least_read = std::size_t{1} << 12;    // of one
}

void RowRuns::add(const ScoredRow& row) {
  one_.clear();
  put(row, one_);
  const auto size = static_cast<std::uint32_t>(one_.size());
  waiting_.append(reinterpret_cast<const char*>(&size), sizeof size);
  waiting_ += one_;
  if (waiting_.size() < written_at_once) return;
  spool_.append(waiting_);
  waiting_.clear();
}
void RowRuns::end() {
  spool_.append(waiting_);
  waiting_.clear();
  if (spool_.size() > begin_) runs_.push_back({begin_, spool_.size()});
  begin_ = spool_.size();
}

/// Reads one run.
class RowRuns::Reader {
 public:
  Reader(const RowRuns& runs, const Run& run, std::size_t at_once) : runs_(runs), at_(run.from), end_(run.to), at_once_(at_once) {}
  bool next() {
    std::uint32_t size = 0;
    if (!has(sizeof size)) return false;
    std::memcpy(&size, bytes_.data() + from_, sizeof size);
    from_ += sizeof size;
    has(size);
    get({bytes_.data() + from_, size}, runs_.model_, row);
    from_ += size;
    return true;
  }
  ScoredRow row{};

 private:
  /// Whether there are so many bytes, which are then in memory.
  bool has(std::size_t count) {
    if (bytes_.size() - from_ >= count) return true;
    bytes_.erase(0, from_);
    from_ = 0;
    const auto kept = bytes_.size();
    const auto more = std::min<std::uint64_t>(end_ - at_, std::max(at_once_, count - kept));
    if (more == 0) return false;
    bytes_.resize(kept + more);
    runs_.spool_.read(at_, bytes_.data() + kept, more);
    at_ += more;
    return true;
  }
  const RowRuns& runs_;
  std::uint64_t at_, end_;
  std::size_t at_once_, from_ = 0;
  std::string bytes_{};
};

void RowRuns::for_each(const std::function<void(const ScoredRow&)>& visit) const {
  std::vector<std::unique_ptr<Reader>> heap;
  const auto at_once = std::max(least_read, read_at_once / std::max<std::size_t>(runs_.size(), 1));
  for (const auto& run : runs_) {
    auto reader = std::make_unique<Reader>(*this, run, at_once);
    if (reader->next()) heap.push_back(std::move(reader));
  }
  const auto is_behind = [&](const auto& a, const auto& b) { return order_(a->row, b->row) > 0; };
  std::make_heap(heap.begin(), heap.end(), is_behind);
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), is_behind);
    visit(heap.back()->row);
    if (heap.back()->next())
      std::push_heap(heap.begin(), heap.end(), is_behind);
    else
      heap.pop_back();
  }
}
}
