#pragma once
/// @file
/// Files and formats: model JSON, evidence CSV, problems in words, whole-file writing. In the compiled library only.
#include <chiso/io/evidence.hpp>
#include <chiso/io/file.hpp>
#include <chiso/io/model.hpp>
#include <chiso/io/problems.hpp>
#include <chiso/io/reasons.hpp>
#include <chiso/io/scores.hpp>
