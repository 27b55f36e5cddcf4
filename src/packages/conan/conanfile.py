"""A recipe of the clone that it lies in: conan create src/packages/conan --build=missing."""

import pathlib
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy

ROOT = pathlib.Path(__file__).resolve().parents[3]


class Chiso(ConanFile):
    name = "chiso"
    description = "Scores of weighted-criteria models, exactly"
    license = "MIT"
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "compiled": [True, False]}
    default_options = {"shared": False, "compiled": True}

    def set_version(self):
        text = (ROOT / "include/chiso/core/build.hpp").read_text(encoding="utf-8")
        self.version = re.search(r'#define CHISO_VERSION "(.*)"', text)[1]

    def export_sources(self):
        for pattern in ("CMakeLists.txt", "LICENSE", "include/*", "src/*"):
            copy(self, pattern, ROOT, self.export_sources_folder)

    def requirements(self):
        self.requires("boost/[>=1.74 <2]", transitive_headers=True)
        if self.options.compiled:
            self.requires("utf8proc/[>=2.8 <3]", transitive_libs=True)

    def validate(self):
        check_min_cppstd(self, 20)

    def package_id(self):
        if not self.info.options.compiled:
            self.info.clear()

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["CHISO_BUILD_LIBRARY"] = bool(self.options.compiled)
        for part in ("CLI", "TESTS", "EXAMPLES"):
            toolchain.cache_variables[f"CHISO_BUILD_{part}"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", self.source_folder, pathlib.Path(self.package_folder) / "licenses")

    def package_info(self):
        # CMake finds the package files of chiso itself, which know the components and refuse a program that takes both targets.
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs = ["lib/cmake/chiso"]
        headers = self.cpp_info.components["headers"]
        headers.set_property("pkg_config_name", "chiso-headers")
        headers.defines = ["CHISO_HEADER_ONLY"]
        headers.system_libs = ["pthread"]
        headers.requires = ["boost::headers"]
        if self.options.compiled:
            compiled = self.cpp_info.components["compiled"]
            compiled.set_property("pkg_config_name", "chiso")
            compiled.libs = ["chiso"]
            compiled.system_libs = ["pthread"]
            compiled.requires = ["utf8proc::utf8proc"]
