#include <chiso/core/error.hpp>
#include <chiso/io/read/frame.hpp>
#include <io/read/arrow_reader.hpp>
#include <io/read/frame_table.hpp>

namespace chiso::inline CHISO_BUILD {
namespace {
void check_marks(std::size_t cells, std::span<const std::uint8_t> missing) {
  if (!missing.empty() && missing.size() != cells)
    throw ShapeError(std::to_string(missing.size()) + " marks of what is missing, not " + std::to_string(cells));
}
}

EvidenceFrame::EvidenceFrame(Model model, const FrameOptions& options) : table_(std::make_unique<FrameTable>(std::move(model), options)) {}
EvidenceFrame::EvidenceFrame(EvidenceFrame&&) noexcept = default;
EvidenceFrame& EvidenceFrame::operator=(EvidenceFrame&&) noexcept = default;
EvidenceFrame::~EvidenceFrame() = default;

std::size_t EvidenceFrame::column(std::string_view name) { return table_->column(name); }
bool EvidenceFrame::reads(std::size_t column) const { return table_->reads(column); }
void EvidenceFrame::expect_rows(std::size_t rows) { table_->expect_rows(rows); }

void EvidenceFrame::numbers(std::size_t column, std::span<const double> cells) { table_->numbers(column, cells); }
void EvidenceFrame::numbers(std::size_t column, std::span<const float> cells) { table_->numbers(column, cells); }
void EvidenceFrame::wholes(std::size_t column, std::span<const std::int64_t> cells, std::span<const std::uint8_t> missing) {
  check_marks(cells.size(), missing);
  table_->wholes(column, cells, missing);
}
void EvidenceFrame::truths(std::size_t column, std::span<const std::uint8_t> cells, std::span<const std::uint8_t> missing) {
  check_marks(cells.size(), missing);
  table_->truths(column, cells, missing);
}
void EvidenceFrame::text(std::size_t column, std::string_view cell) { table_->text(column, cell); }
void EvidenceFrame::number(std::size_t column, const double& cell) { table_->number(column, cell); }
void EvidenceFrame::number(std::size_t column, const float& cell) { table_->number(column, cell); }
void EvidenceFrame::whole(std::size_t column, std::int64_t cell) { table_->whole(column, cell); }
void EvidenceFrame::truth(std::size_t column, bool cell) { table_->truth(column, cell); }
void EvidenceFrame::decimal(std::size_t column, std::string_view digits) { table_->decimal(column, digits); }
void EvidenceFrame::missing(std::size_t column) { table_->missing(column); }
void EvidenceFrame::unreadable(std::size_t column, std::string_view found) {
  table_->unreadable(column, "cell.type", found, "text, a number or a truth");
}
void EvidenceFrame::refuse(std::size_t column, std::string_view type) { table_->fault(column, "column.type", type, readable_types); }

void EvidenceFrame::arrow(std::size_t column, const ArrowSchema& schema, const ArrowArray& array) {
  read_arrow(*table_, column, schema, array);
}
void EvidenceFrame::stream(std::size_t column, ArrowArrayStream& chunks) { read_arrow_column(*table_, column, chunks); }
void EvidenceFrame::stream(ArrowArrayStream& batches) { read_arrow_table(*table_, batches); }

Evidence EvidenceFrame::build() { return table_->build(); }
}
