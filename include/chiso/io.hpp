#pragma once
/// @file
/// Files and formats: model JSON, a model and problems in words, evidence from CSV and data frames and the sheet for it, scores and
/// evidence as tables, Arrow, HTML, whole-file writing. In the compiled library only.
#if defined(CHISO_HEADER_ONLY)
#error "chiso/io.hpp is a part of the compiled library: link chiso::chiso in place of chiso::headers"
#endif
#include <chiso/io/describe/describe.hpp>
#include <chiso/io/describe/evidence_form.hpp>
#include <chiso/io/describe/evidence_sheet.hpp>
#include <chiso/io/explain/explanation.hpp>
#include <chiso/io/explain/missing.hpp>
#include <chiso/io/explain/model_diff.hpp>
#include <chiso/io/explain/plans.hpp>
#include <chiso/io/explain/steps.hpp>
#include <chiso/io/explain/verification.hpp>
#include <chiso/io/findings/findings.hpp>
#include <chiso/io/json/model.hpp>
#include <chiso/io/json/parts.hpp>
#include <chiso/io/json/schema.hpp>
#include <chiso/io/problems/problems.hpp>
#include <chiso/io/read/actions.hpp>
#include <chiso/io/read/evidence.hpp>
#include <chiso/io/read/frame.hpp>
#include <chiso/io/read/records.hpp>
#include <chiso/io/read/sheet.hpp>
#include <chiso/io/report/unit_report.hpp>
#include <chiso/io/scorecard/scorecard.hpp>
#include <chiso/io/stream/score_stream.hpp>
#include <chiso/io/tables/arrow.hpp>
#include <chiso/io/tables/evidence_table.hpp>
#include <chiso/io/tables/office_csv.hpp>
#include <chiso/io/tables/score_table.hpp>
#include <chiso/io/tables/scores.hpp>
#include <chiso/io/tables/table.hpp>
#include <chiso/io/tables/table_words.hpp>
#include <chiso/io/text/file.hpp>
#include <chiso/io/text/html.hpp>
#include <chiso/io/text/text_layout.hpp>
#include <chiso/io/words/expression.hpp>
#include <chiso/io/words/reasons.hpp>
