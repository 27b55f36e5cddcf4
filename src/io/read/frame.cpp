#include <chiso/core/text.hpp>
#include <chiso/core/utf8.hpp>
#include <chiso/evidence/cell_problems.hpp>
#include <chiso/io/read/frame.hpp>
#include <chiso/model/text_problems.hpp>
#include <io/read/csv_problems.hpp>
#include <io/read/frame_problems.hpp>
#include <io/read/reading_options.hpp>
#include <io/text/unicode.hpp>
#include <io/text/utf8.hpp>
#include <string>

namespace chiso::inline CHISO_BUILD {
namespace {
constexpr Words utf8{"text in UTF-8", "văn bản ở bảng mã UTF-8"};
}

EvidenceReader frame_reader(Model model, ReadingOptions options) { return EvidenceReader(std::move(model), cleaned(std::move(options))); }
EvidenceReader frame_reader(TableBelow below, ReadingOptions options) {
  return EvidenceReader(cleaned(std::move(below)), cleaned(std::move(options)));
}
EvidenceReader frame_reader(TableBeside beside, ReadingOptions options) {
  return EvidenceReader(std::move(beside), cleaned(std::move(options)));
}
EvidenceReader frame_reader(RosterTable roster, ReadingOptions options) { return EvidenceReader(roster, cleaned(std::move(options))); }

std::size_t add_column(EvidenceReader& reader, std::string_view name) {
  if (is_utf8(name)) return reader.add_column(clean_head(name));
  const auto column = reader.add_column(BadCells::excerpt(name));
  reader.refuse(column, problems::text_utf8, {phrases::bytes_of_no_text, utf8});
  return column;
}
void add_text(EvidenceReader& reader, std::size_t column, std::string_view cell) {
  if (!reader.reads(column)) return;
  if (!is_printable_ascii(cell)) {
    if (unicode::first_bad_byte(cell) < cell.size())
      return reader.unreadable(column, problems::text_utf8, {phrases::bytes_of_no_text, utf8});
    if (cell.find('\0') != cell.npos) return reader.unreadable(column, problems::text_nul, {});
  }
  std::string room;  // owns a text that was not in NFC
  reader.text(column, reader.takes_names(column) ? clean_name_view(cell, room) : clean_view(cell, room));
}
namespace {
std::string two(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }
/// A day as a message shows it, of any year; so many days that no calendar reaches them are a number.
std::string shown_day(std::int64_t days) {
  if (constexpr std::int64_t farthest = 1'000'000'000'000'000; days > farthest || days < -farthest) return std::to_string(days);
  // Years begin in March here, so that the leap day is the last of its year.
  const std::int64_t since_year_0 = days + 719'468, era = (since_year_0 >= 0 ? since_year_0 : since_year_0 - 146'096) / 146'097;
  const std::int64_t day_of_era = since_year_0 - era * 146'097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153,
                     month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  return std::to_string(year_of_era + era * 400 + (month <= 2 ? 1 : 0)) + "-" + two(month) + "-" +
         two(day_of_year - (153 * month_from_march + 2) / 5 + 1);
}
/// The time of a day that has passed since midnight, in units of which a day has so many.
std::string shown_time(std::int64_t passed, std::int64_t per_day) {
  constexpr std::int64_t seconds_of_day = 86'400;
  const auto second = per_day < seconds_of_day ? passed * (seconds_of_day / per_day) : passed / (per_day / seconds_of_day);
  auto out = two(second / 3600) + ":" + two(second / 60 % 60) + ":" + two(second % 60);
  const auto per_second = per_day / seconds_of_day;
  if (per_second <= 1 || passed % per_second == 0) return out;
  auto fraction = std::to_string(per_second + passed % per_second);  // 1 and its digits
  fraction[0] = '.';
  return out + fraction.substr(0, fraction.find_last_not_of('0') + 1);
}
}
void add_time(EvidenceReader& reader, std::size_t column, std::int64_t count, std::int64_t per_day) {
  if (!reader.reads(column)) return;
  const bool before_midnight = count % per_day < 0;
  const auto days = count / per_day - (before_midnight ? 1 : 0), rest = count % per_day + (before_midnight ? per_day : 0);
  if (const auto date = Date::of_unix_days(days); date && rest == 0) return reader.date(column, *date);
  add_no_date(reader, column, rest == 0 ? shown_day(days) : shown_day(days) + " " + shown_time(rest, per_day));
}
void add_no_date(EvidenceReader& reader, std::size_t column, std::string_view found) {
  reader.unreadable(column, problems::cell_date, {BadCells::excerpt_or_blank(found), phrases::a_day});
}
void add_unreadable(EvidenceReader& reader, std::size_t column, std::string_view found) {
  constexpr Words plain{"text, a number or a truth", "văn bản, số hoặc có/không"};
  reader.unreadable(column, problems::cell_type, {BadCells::excerpt_or_blank(found), plain});
}
void refuse_type(EvidenceReader& reader, std::size_t column, std::string_view type) {
  reader.refuse(column, problems::column_type, {BadCells::excerpt_or_blank(type)});
}
}
