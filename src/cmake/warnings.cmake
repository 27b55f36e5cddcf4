# Warnings of this project's own targets; they are errors if its tests are built, so that they stop nobody who installs it with a newer compiler.
function(chiso_warnings target)
  if(NOT PROJECT_IS_TOP_LEVEL AND NOT CHISO_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -w)  # in the build of another project they would tell nobody anything
    return()
  endif()
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-unknown-pragmas
    # g++ 12 raises these falsely when it optimises strings (its bugs 105651 and 105593).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>
    # clang warns of every loop that it was asked and could not vectorise, and newer ones of what the library of g++ 12 calls within
    # std::stable_sort (the headers do without it).
    $<$<CXX_COMPILER_ID:Clang>:-Wno-pass-failed -Wno-deprecated-declarations>)
  if(CHISO_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
