#pragma once
/// @file
/// Files and formats: model JSON, a model and problems in words, evidence from CSV and data frames and the sheet for it, scores and evidence
/// as tables, Arrow, HTML, whole-file writing. In the compiled library only.
#include <chiso/io/arrow.hpp>
#include <chiso/io/describe.hpp>
#include <chiso/io/evidence.hpp>
#include <chiso/io/evidence_sheet.hpp>
#include <chiso/io/evidence_table.hpp>
#include <chiso/io/file.hpp>
#include <chiso/io/frame.hpp>
#include <chiso/io/html.hpp>
#include <chiso/io/model.hpp>
#include <chiso/io/problems.hpp>
#include <chiso/io/reasons.hpp>
#include <chiso/io/score_table.hpp>
#include <chiso/io/scorecard.hpp>
#include <chiso/io/scores.hpp>
#include <chiso/io/table.hpp>
