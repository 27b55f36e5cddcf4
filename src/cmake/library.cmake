# The target chiso::chiso. Where it cannot be made, a part of another project says so to those who link it, and to nobody else.
if(NOT CHISO_BUILD_LIBRARY)
  foreach(other CLI PYTHON TESTS EXAMPLES BENCHMARKS FUZZERS)
    if(CHISO_BUILD_${other})
      message(FATAL_ERROR "CHISO_BUILD_${other} needs the compiled library: set CHISO_BUILD_LIBRARY to ON, or CHISO_BUILD_${other} to OFF")
    endif()
  endforeach()
  return()
endif()
include(src/cmake/utf8proc.cmake)
if(NOT TARGET chiso::utf8proc)
  if(PROJECT_IS_TOP_LEVEL)
    message(FATAL_ERROR "The compiled library needs utf8proc, which is not found (on Debian: libutf8proc-dev). For the headers alone set CHISO_BUILD_LIBRARY to OFF.")
  endif()
  add_library(chiso INTERFACE)
  add_library(chiso::chiso ALIAS chiso)
  # The name of a target that does not exist is what CMake prints to whoever links this.
  target_link_libraries(chiso INTERFACE chiso::this_needs_libutf8proc_which_is_not_found)
  return()
endif()

file(GLOB chiso_io CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR} src/io/*/*.cpp)
add_library(chiso)
add_library(chiso::chiso ALIAS chiso)
target_sources(chiso PRIVATE
  src/core.cpp src/expr.cpp src/rule.cpp src/model.cpp src/evidence.cpp src/check.cpp src/score.cpp src/rank.cpp src/explain.cpp src/plan.cpp
  ${chiso_io})
target_compile_features(chiso PUBLIC cxx_std_20)
target_include_directories(chiso PUBLIC $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include> PRIVATE src)
# Boost is used within the units only, and its headers are no matter of those who link what came of them.
target_include_directories(chiso SYSTEM PRIVATE $<TARGET_PROPERTY:Boost::headers,INTERFACE_INCLUDE_DIRECTORIES>)
target_link_libraries(chiso PRIVATE chiso::utf8proc Threads::Threads)
# Until 1.0 each minor version may change what programs were compiled against.
set_target_properties(chiso PROPERTIES
  POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR} DEFINE_SYMBOL "")
# Kernels compare doubles that are whole numbers, never NaN: the comparison may become a selection. Private: no flag is imposed on users.
set_source_files_properties(src/expr.cpp src/check.cpp src/score.cpp src/io/tables/rounded_ratios.cpp PROPERTIES COMPILE_OPTIONS "$<$<NOT:$<CONFIG:Debug>>:-O3>;-fno-trapping-math;-ffp-contract=off")
# For AVX-512 g++ prefers vectors of half its width. Only kernels are compiled for it; whole_arithmetic.hpp says when.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  target_compile_options(chiso PRIVATE -mprefer-vector-width=512)
endif()
# A room of io is one unit: the headers that its files share, half of what they cost, are compiled once.
set_target_properties(chiso PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
foreach(file IN LISTS chiso_io)
  string(REGEX REPLACE "^src/io/([a-z]+)/.*" "io_\\1" room ${file})
  set_source_files_properties(${file} PROPERTIES UNITY_GROUP ${room})
endforeach()
chiso_warnings(chiso)

# A program may use one of the two: CMake refuses the pair, and so does the linker (core/build.hpp).
set_target_properties(chiso PROPERTIES INTERFACE_CHISO_COMPILED_OR_HEADERS_NOT_BOTH compiled COMPATIBLE_INTERFACE_STRING CHISO_COMPILED_OR_HEADERS_NOT_BOTH)
if(NOT PROJECT_IS_TOP_LEVEL)
  set_target_properties(chiso PROPERTIES EXCLUDE_FROM_ALL ON)
endif()
if(BUILD_SHARED_LIBS AND (CHISO_BUILD_TESTS OR CHISO_BUILD_PYTHON OR CHISO_BUILD_FUZZERS))
  message(FATAL_ERROR "The tests, the fuzzers and the Python module use what a shared library hides: build them with BUILD_SHARED_LIBS=OFF")
endif()
