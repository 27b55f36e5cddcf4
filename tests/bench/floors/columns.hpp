#pragma once
#include <cstddef>
#include <vector>

// The programs that scoring is measured against. They know nothing of chiso, and stay as they are, so that figures of different days have
// the same other side.
namespace floors {
/// What a leaf does with its columns; each is worth a point.
enum class Kind {
  share,        ///< a / b; nothing below a half, and as much as that above
  share_tiers,  ///< 100 a / b: above 90 a point, from 70 half a point
  part,         ///< a / 100
  tiers,        ///< a: above 90 a point, from 70 half a point
  choice,       ///< a: 0 a point, 1 half a point, 2 none
  truth,        ///< a: 1 a point, 0 none
  each,         ///< a twentieth for each a, at most a point
  deduct        ///< a point less a tenth for each a
};
inline bool reads_two(Kind kind) { return kind == Kind::share || kind == Kind::share_tiers; }

/// A leaf and its columns, of which `b` is read by shares alone; not a number: there is no value, and the leaf has no points. A share of
/// nothing, if both are there, does not apply.
struct Leaf {
  Kind kind = Kind::part;
  std::vector<double> a{}, b{};
};
/// Ten groups of ten leaves, of which two are shares.
inline std::vector<Kind> mixed_kinds() {
  std::vector<Kind> out;
  for (int group = 0; group < 10; ++group)
    for (const auto kind : {Kind::share, Kind::share_tiers, Kind::part, Kind::tiers, Kind::choice, Kind::choice, Kind::truth, Kind::truth,
                            Kind::each, Kind::deduct})
      out.push_back(kind);
  return out;
}
struct Totals {
  std::vector<double> achieved{}, applicable{};
};

/// The sum of all columns: what it takes to read them.
double read_all(const std::vector<Leaf>& leaves);
/// A virtual call for each leaf of each row, row by row.
Totals score_by_virtual_calls(const std::vector<Leaf>& leaves);
/// A loop for each leaf over a tile of rows, which vectors of doubles may run.
Totals score_in_doubles(const std::vector<Leaf>& leaves);
}
