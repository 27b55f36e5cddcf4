# The fuzz targets, and the cases that are seeds beside the corpus of each.
set(fuzz_targets model evidence expression score arrow)
set(fuzz_seeds_model ${PROJECT_SOURCE_DIR}/tests/cases/models ${PROJECT_SOURCE_DIR}/tests/cases/problems)
set(fuzz_seeds_evidence ${PROJECT_SOURCE_DIR}/tests/cases/evidence_problems)

function(chiso_fuzz_program name target)
  add_executable(${name} ${PROJECT_SOURCE_DIR}/tests/fuzz/${target}_fuzz.cpp ${ARGN})
  target_link_libraries(${name} PRIVATE chiso::chiso)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests/cpp)
  chiso_warnings(${name})
endfunction()
