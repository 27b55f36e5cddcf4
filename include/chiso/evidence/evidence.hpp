#pragma once
#include <array>
#include <chiso/core/build.hpp>
#include <chiso/core/error.hpp>
#include <chiso/evidence/roster.hpp>
#include <chiso/expr/batch.hpp>
#include <chiso/model/model.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chiso::inline CHISO_BUILD {
/// What a column contains: its least and greatest value (cells without a value count as 0) and how many cells have each state.
struct ColumnStatistics {
  std::int64_t least = 0;                 ///< As cells hold it: the k of k / 10^decimals (see Cell). 0 of no rows.
  std::int64_t most = 0;                  ///< Likewise.
  std::array<std::size_t, 4> of_state{};  ///< Indexed by State.
};

/// The rows of a unit in a period and track of a table below the units: from `first` to that of the next unit, period or track.
struct UnitRows {
  static constexpr std::uint16_t every_track = 0xFFFF;  ///< In place of a track. A model has fewer.
  std::uint32_t unit;                                   ///< Its place among the units of the evidence.
  std::uint32_t period;                                 ///< Its place among the periods of the evidence.
  std::uint16_t track;                                  ///< Its place among the tracks of the model, or every_track.
  std::uint32_t first;                                  ///< The first of the rows, in the table as the evidence keeps it.
};

/// A unit of a roster that has no row in a period.
struct UnreportedUnit {
  std::string_view unit{};       ///< Its name.
  std::string_view block{};      ///< That of the roster; without blocks there, that of its last row in another period, or the unnamed one.
  std::string_view period{};     ///< The period; empty for the unnamed one.
  std::size_t in_roster = 0;     ///< Its place in the roster.
  std::size_t period_place = 0;  ///< The place of the period among those of the evidence.
};

struct EvidenceData;
/// Validated evidence: one row for each (unit, period, track), one column for each measure. Immutable, cheap to copy (copies share the
/// data), safe to read from any thread. A cell takes 4 bytes, or 8 in a column with a value or a declared `max` that needs more, and one
/// byte more in a column with cells that are not values. At most 2^32 - 2 rows. Rows, measures, leaves and tables are given by their
/// places, from 0, which are not checked. What is returned is O(1) unless it says otherwise, and views live as long as the evidence or a
/// copy of it.
class Evidence {
 public:
  /// The model by which it was read.
  CHISO_INLINE const Model& model() const;
  /// How many rows it has.
  CHISO_INLINE std::size_t rows() const;

  CHISO_INLINE std::string_view unit(std::size_t row) const;    ///< The name of the unit.
  CHISO_INLINE std::string_view block(std::size_t row) const;   ///< Empty for the unnamed block.
  CHISO_INLINE std::string_view period(std::size_t row) const;  ///< Empty for the unnamed period.
  CHISO_INLINE std::size_t track(std::size_t row) const;        ///< Its index in the model's tracks.
  CHISO_INLINE bool ranked(std::size_t row) const;              ///< What the column `ranked` says; true without one.

  /// The distinct names of units, sorted by their bytes.
  CHISO_INLINE std::span<const std::string> units() const;
  /// The distinct names of blocks, sorted by their bytes; an empty one is the unnamed block.
  CHISO_INLINE std::span<const std::string> blocks() const;
  /// The distinct names of periods, sorted by their bytes, which is their order; an empty one is the unnamed period.
  CHISO_INLINE std::span<const std::string> periods() const;
  /// For each row the place of its unit in units().
  CHISO_INLINE std::span<const std::uint32_t> unit_of_row() const;
  /// For each row the place of its block in blocks().
  CHISO_INLINE std::span<const std::uint32_t> block_of_row() const;
  /// For each row the place of its period in periods().
  CHISO_INLINE std::span<const std::uint32_t> period_of_row() const;
  /// For each row the place of its track among those of the model.
  CHISO_INLINE std::span<const std::uint16_t> track_of_row() const;
  /// For each row 1 if it is to be ranked, else 0.
  CHISO_INLINE std::span<const std::uint8_t> ranked_of_row() const;
  /// The row of a unit in a period and track; empty if there is none. O(log rows).
  CHISO_INLINE std::optional<std::size_t> find(std::string_view unit, std::string_view period, std::size_t track) const;

  /// The cells of a measure, given by its place in the model: a value and a state for each row.
  CHISO_INLINE Column measure(std::size_t index) const;
  /// What the cells of a measure contain.
  CHISO_INLINE const ColumnStatistics& statistics(std::size_t measure) const;
  /// The stated points of a leaf (given by its place among the leaves); empty if no column states them.
  CHISO_INLINE std::optional<Column> stated(std::size_t leaf) const;

  /// How many rows a table below the units has (given by its place in Derived::tables); empty if it was not given (see TableBelow).
  CHISO_INLINE std::optional<std::size_t> rows_below(std::size_t table) const;
  /// Whose the rows of a table that was given are; they stand in the order of unit, period and track.
  CHISO_INLINE std::span<const UnitRows> unit_rows(std::size_t table) const;
  /// A measure of a table that was given.
  CHISO_INLINE Column measure_below(std::size_t table, std::size_t measure) const;

  /// Who is scored, if it was read with a roster.
  CHISO_INLINE const std::optional<Roster>& roster() const;
  /// The units of the roster without a row in a period, in the order of periods, then of units; empty without a roster. They have no row
  /// here and in scores, and nothing reads them, but tables of scores show them. O(rows + units of the roster x periods).
  CHISO_INLINE std::vector<UnreportedUnit> unreported() const;

  /// What is unusual about the table but not wrong; a warning of rows has the pointer `/row/unit` of the first of them, as the table counts
  /// them. Computed anew at each call, and by nothing else: O(nodes of the model), O(rows x counts) for rows that sum up others and rows
  /// without a measure, O(letters) for names that are alike.
  CHISO_INLINE std::vector<Problem> warnings() const;
  /// What reading the tables left out, as told or as blank: columns.ignored and rows.blank of each table. Nothing of evidence that was not
  /// read but restored. O(columns).
  CHISO_INLINE std::vector<Problem> left_out() const;
  /// left_out(), then warnings(), which takes as long: who has the warnings already asks for the former alone.
  CHISO_INLINE std::vector<Problem> notes() const;

  /// True for the same model, rows in the same order, the same roster, and the same columns (stated points included), tables below, values
  /// and states; how names are stored does not matter. O(cells).
  CHISO_INLINE friend bool operator==(const Evidence& a, const Evidence& b);

  /// The warnings about cells as they were written, such as a number that can be read in two ways: the columns no longer show them, so they
  /// are kept. They are among warnings().
  CHISO_INLINE std::span<const Problem> noticed() const;
  /// The same evidence with such warnings in place of its own: of one that was saved and is restored. O(tables).
  CHISO_INLINE Evidence with_noticed(std::vector<Problem> noticed) const;

  /// Views of the columns, without anything that is read from other rows (see resolve.hpp).
  CHISO_INLINE Batch batch() const;

 private:
  explicit Evidence(std::shared_ptr<const EvidenceData> data) : data_(std::move(data)) {}
  friend class EvidenceAssembly;
  std::shared_ptr<const EvidenceData> data_;
};
}
#if defined(CHISO_HEADER_ONLY)
#include <chiso/evidence/impl/evidence.ipp>
#endif
