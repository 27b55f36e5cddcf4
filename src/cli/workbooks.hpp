#pragma once
#include <chiso/io/describe/evidence_sheet.hpp>
#include <chiso/io/read/sheet.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <cli/counted.hpp>
#include <optional>
#include <string>

namespace chiso_cli {
/// Opens and writes workbooks of spreadsheets (xlsx, xls, ods), as another program may that runs this command line: this one has no library
/// for them. Each function throws what chiso throws, and std::runtime_error with a line for people if a library is not installed.
class Workbooks {
 public:
  virtual ~Workbooks() = default;
  /// The worksheet that is asked for, else the only one whose heads name the units.
  virtual chiso::SheetReader sheet(const std::string& file, const chiso::Model& model, const chiso::ReadingOptions& options,
                                   const std::optional<std::string>& sheet) = 0;
  /// The same of a table below the units; without a sheet the one that is called as the table counts before.
  virtual chiso::SheetReader sheet(const std::string& file, const chiso::TableBelow& below, const chiso::ReadingOptions& options,
                                   const std::optional<std::string>& sheet) = 0;
  /// The same of a table beside evidence.
  virtual chiso::SheetReader sheet(const std::string& file, const chiso::TableBeside& beside, const chiso::ReadingOptions& options,
                                   const std::optional<std::string>& sheet) = 0;
  /// The worksheet that is called as a table below the units; empty if the workbook has none with a row.
  virtual std::optional<chiso::SheetReader> table(const std::string& file, const chiso::TableBelow& below,
                                                  const chiso::ReadingOptions& options) = 0;
  /// Writes a workbook of scores by a model, in words of the language: `ranking` by block, `cards` by criterion, and the CSV of `findings`
  /// unless it is empty.
  virtual void write_scores(const std::string& file, const chiso::Model& model, const chiso::Table& ranking, const chiso::Table& cards,
                            const std::string& findings, Language language) = 0;
  /// Writes an empty workbook of evidence; `form`: of one unit, with figures in rows.
  virtual void write_template(const std::string& file, const chiso::Model& model, const chiso::EvidenceSheetOptions& options,
                              bool form) = 0;
};
/// What opens workbooks in this run; null if nothing does. It is set once, before the command line is parsed.
Workbooks*& workbooks();
/// Whether a file is a workbook that this run can open, whatever its name ends in.
bool is_workbook(const std::string& file);
/// Whether a file is a workbook, whether this run can open it or not.
bool has_workbook(const std::string& file);
/// Whether the name of an output is that of a workbook.
bool is_workbook_output(const std::string& file);
/// Nothing if this run can write workbooks, else where to get a program that can.
std::string where_workbooks_are_written();
}
