#include <chiso/core/fields.hpp>
#include <chiso/io/explain/verification.hpp>
#include <io/tables/table_columns.hpp>

// What was published beside what was computed, as a table.
namespace chiso::inline CHISO_BUILD {
namespace {
std::string shown(const std::optional<Decimal>& number, std::string_view class_id) {
  return number ? number->text() : std::string(class_id);
}
}

Table verification_table(const Ranked& ranked, const Verification& verification) {
  const auto& evidence = ranked.scores().evidence();
  const auto& tracks = ranked.scores().model().tracks();
  TextColumn finding, figure, published, expected, cause, rounding;
  std::vector<std::size_t> rows;
  std::vector<std::int64_t> decimals;
  std::vector<std::uint8_t> has_decimals;
  const auto add = [](TextColumn& column, std::string_view text) { text.empty() ? column.none() : column.add(text); };
  const auto add_row = [&](std::size_t row, std::string_view what, std::string_view of, const PublishedDifference* one) {
    rows.push_back(row);
    finding.add(what);
    add(figure, of);
    add(published, one ? shown(one->published, one->published_class) : "");
    add(expected, one ? shown(one->expected, one->expected_class) : "");
    add(cause, one ? name_of(one->cause) : "");
    add(rounding, one && one->rounding ? name_of(*one->rounding) : "");
    decimals.push_back(one ? one->decimals.value_or(0) : 0);
    has_decimals.push_back(one && one->decimals ? 1 : 0);
  };
  for (const auto& one : verification.differences) add_row(one.row, "differs", name_of(one.figure), &one);
  for (const auto& one : verification.unpublished) add_row(one.row, "not_published", name_of(one.figure), nullptr);
  for (const auto row : verification.absent_rows) add_row(row, "no_row", "", nullptr);
  TextColumn unit, block, period, track;
  for (const auto row : rows) {
    unit.add(evidence.unit(row));
    block.add(evidence.block(row));
    period.add(evidence.period(row));
    track.add(tracks[evidence.track(row)]);
  }
  const auto count = rows.size();
  return {{{"finding", false, finding.take()},
           {"unit", false, unit.take()},
           {"block", false, block.take()},
           {"period", false, period.take()},
           {"track", false, track.take()},
           {"figure", true, figure.take()},
           {"published", true, published.take()},
           {"expected", true, expected.take()},
           {"cause", true, cause.take()},
           {"rounding", true, rounding.take()},
           {"decimals", true, WholeCells{.values = std::move(decimals), .has = std::move(has_decimals)}}},
          count};
}
}
