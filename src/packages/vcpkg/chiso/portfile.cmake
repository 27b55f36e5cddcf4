# A port of the clone that it lies in: vcpkg install chiso --overlay-ports=src/packages/vcpkg. It was written by vcpkg's documentation and has
# not been run.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../../.." ABSOLUTE)
vcpkg_check_features(OUT_FEATURE_OPTIONS options FEATURES compiled CHISO_BUILD_LIBRARY)
if(NOT "compiled" IN_LIST FEATURES)
  set(VCPKG_BUILD_TYPE release)  # headers are the same for every type of build
endif()
vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS ${options} -DCHISO_BUILD_CLI=OFF -DCHISO_BUILD_TESTS=OFF -DCHISO_BUILD_EXAMPLES=OFF)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/chiso)
vcpkg_fixup_pkgconfig()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include")
if(NOT "compiled" IN_LIST FEATURES)
  file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/lib")  # empty by now: what it held is in share
endif()
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
