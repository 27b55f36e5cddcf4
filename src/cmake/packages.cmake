# The packages of Debian: `cmake --preset deb`, `cmake --build --preset deb`, `cpack --preset deb`. One for each component of install.cmake.
set(CPACK_PACKAGE_VENDOR "The chiso authors")
set(CPACK_PACKAGE_CONTACT "The chiso authors <chiso@localhost.invalid>" CACHE STRING "Who answers for the packages, with an address")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each has its own
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR})  # of the command; that it needs the library is said below
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(runtime libchiso${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(CPACK_COMPONENTS_ALL)
function(chiso_package component name section description depends)
  string(TOUPPER ${component} key)
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${name} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_COMPONENT_${key}_DESCRIPTION ${description} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_DEPENDS "${depends}" PARENT_SCOPE)
  list(APPEND CPACK_COMPONENTS_ALL ${component})
  set(CPACK_COMPONENTS_ALL ${CPACK_COMPONENTS_ALL} PARENT_SCOPE)
  set(folder ${CMAKE_INSTALL_DATADIR}/doc/${name})
  install(FILES ${PROJECT_BINARY_DIR}/package/copyright DESTINATION ${folder} COMPONENT ${component})
  install(FILES ${PROJECT_BINARY_DIR}/package/changelog.Debian.gz DESTINATION ${folder} COMPONENT ${component})
endfunction()
set(same_version "${runtime} (= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
chiso_package(library ${runtime} libs "scores of weighted-criteria models, the library
Evaluates a model of weighted criteria exactly: points, indices, ranks and
classes, with the reason of each." "")
chiso_package(dev libchiso-dev libdevel "scores of weighted-criteria models, to build programs with
Headers, package files of CMake and pkg-config, and what a program links." "${same_version}, libboost-dev (>= ${chiso_boost})")
chiso_package(command chiso math "scores of weighted-criteria models, the command line
Checks a model, scores a table of evidence, shows why a unit has its score,
and writes what a model says in words." "${same_version}")

# What Debian's policy asks of every package: its licence, and a log of changes, here a line that names CHANGELOG.md's version.
file(READ LICENSE licence)
string(REPLACE "\n\n" "\n.\n" licence "${licence}")
string(REPLACE "\n" "\n " licence "${licence}")
string(STRIP "${licence}" licence)
file(CONFIGURE OUTPUT package/copyright CONTENT "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: chiso

Files: *
Copyright: 2026 The chiso authors
License: Expat
 @licence@
" @ONLY)
# Policy has a trigger of ldconfig; CPack adds a script that calls it, and lets nobody leave it out.
file(WRITE ${PROJECT_BINARY_DIR}/package/shlibs "libchiso ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR} ${runtime} (>= ${PROJECT_VERSION})\n")
file(WRITE ${PROJECT_BINARY_DIR}/package/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/package/shlibs ${PROJECT_BINARY_DIR}/package/triggers)
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(CONFIGURE OUTPUT package/changelog.Debian CONTENT "chiso (@PROJECT_VERSION@-@CPACK_DEBIAN_PACKAGE_RELEASE@) unstable; urgency=medium

  * Version @PROJECT_VERSION@.

 -- @CPACK_PACKAGE_CONTACT@  @now@
" @ONLY)
execute_process(COMMAND gzip -9nc changelog.Debian OUTPUT_FILE changelog.Debian.gz
  WORKING_DIRECTORY ${PROJECT_BINARY_DIR}/package COMMAND_ERROR_IS_FATAL ANY)
include(CPack)
