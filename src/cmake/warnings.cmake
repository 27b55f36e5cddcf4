# Warnings are errors in this project's own targets, and reach nobody else.
function(chiso_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-unknown-pragmas
    # g++ 12 raises these falsely when it optimises strings (its bugs 105651 and 105593).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>)
  if(PROJECT_IS_TOP_LEVEL)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
