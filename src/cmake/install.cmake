# What `cmake --install` writes, in components: library (what a program needs to run), dev (what it takes to build one), command.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(chiso_package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/chiso)

install(DIRECTORY include/chiso DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev)
install(TARGETS chiso_headers EXPORT chiso_headers INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT chiso_headers NAMESPACE chiso:: FILE chiso-headers.cmake DESTINATION ${chiso_package_folder} COMPONENT dev)
set(chiso_library_type NONE)
set(chiso_of_any_processor ARCH_INDEPENDENT)
if(TARGET chiso)
  get_target_property(chiso_library_type chiso TYPE)
  set(chiso_of_any_processor)
  install(TARGETS chiso EXPORT chiso_compiled
    LIBRARY COMPONENT library NAMELINK_COMPONENT dev
    ARCHIVE COMPONENT dev
    RUNTIME COMPONENT library
    INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  install(EXPORT chiso_compiled NAMESPACE chiso:: FILE chiso-compiled.cmake DESTINATION ${chiso_package_folder} COMPONENT dev)
  if(chiso_library_type STREQUAL STATIC_LIBRARY)
    install(FILES src/cmake/utf8proc.cmake RENAME chiso-utf8proc.cmake DESTINATION ${chiso_package_folder} COMPONENT dev)
  endif()
endif()

configure_package_config_file(src/cmake/chiso-config.cmake.in ${PROJECT_BINARY_DIR}/package/chiso-config.cmake
  INSTALL_DESTINATION ${chiso_package_folder} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/package/chiso-config-version.cmake COMPATIBILITY SameMinorVersion ${chiso_of_any_processor})
install(FILES ${PROJECT_BINARY_DIR}/package/chiso-config.cmake ${PROJECT_BINARY_DIR}/package/chiso-config-version.cmake
  DESTINATION ${chiso_package_folder} COMPONENT dev)

# ---- pkg-config: folders are found from where the file lies, so that an installation may be moved.
function(chiso_pc_folder name folder)
  if(IS_ABSOLUTE ${folder})
    set(chiso_pc_${name} ${folder} PARENT_SCOPE)
  else()
    set(chiso_pc_${name} "\${prefix}/${folder}" PARENT_SCOPE)
  endif()
endfunction()
chiso_pc_folder(includedir ${CMAKE_INSTALL_INCLUDEDIR})
chiso_pc_folder(libdir ${CMAKE_INSTALL_LIBDIR})
file(RELATIVE_PATH chiso_pc_prefix ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" chiso_pc_prefix ${chiso_pc_prefix})
# What a static library needs is needed with and without --static, for there is no other.
set(chiso_pc_requires)
set(chiso_pc_libs)
if(chiso_library_type STREQUAL STATIC_LIBRARY)
  set(chiso_pc_requires libutf8proc)
  set(chiso_pc_libs " -pthread")
endif()
set(chiso_pc_files chiso-headers)
if(TARGET chiso)
  list(APPEND chiso_pc_files chiso)
endif()
foreach(name IN LISTS chiso_pc_files)
  configure_file(src/cmake/${name}.pc.in ${PROJECT_BINARY_DIR}/package/${name}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/package/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)
endforeach()

if(PROJECT_IS_TOP_LEVEL AND BUILD_SHARED_LIBS AND CHISO_BUILD_CLI)
  include(src/cmake/packages.cmake)
endif()
