"""Projects of other people: their folders, how they are configured and built, and what docs/guide/installing.md tells them to write."""

import os
import pathlib
import re
import shlex
import shutil
import subprocess

from shown import blocks, text_of

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILT = pathlib.Path(os.environ["CHISO_BUILT"]) if "CHISO_BUILT" in os.environ else ROOT / "build" / "tests"
COMPILER = os.environ.get("CXX", "g++")
INSTALLING = "docs/guide/installing.md"
# What is not to be built where only the library is wanted.
OFF = [f"-DCHISO_BUILD_{part}=OFF" for part in ("CLI", "TESTS", "EXAMPLES")]
# CMake looks for utf8proc.h where it always is on Debian: a machine without it is one where that folder is not looked at.
WITHOUT_UTF8PROC = "-DCMAKE_IGNORE_PATH=/usr/include;/usr/lib/x86_64-linux-gnu/pkgconfig"


def run(*command, cwd=ROOT, environment=None):
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C", **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def passes(*command, **more):
    code, said = run(*command, **more)
    assert code == 0, f"{shlex.join(map(str, command))}\n{said[-4000:]}"
    return said


def in_a_line(said):
    """CMake breaks its messages into lines."""
    return re.sub(r"\s+", " ", said)


def configuring(source, build, *options):
    launcher = [f"-DCMAKE_CXX_COMPILER_LAUNCHER={shutil.which('ccache')}"] if shutil.which("ccache") else []
    return run("cmake", "-S", source, "-B", build, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={COMPILER}", *launcher, *options)


def configured(source, build, *options):
    code, said = configuring(source, build, *options)
    assert code == 0, said[-4000:]
    return said


def built(source, build, *options):
    configured(source, build, *options)
    return passes("cmake", "--build", build)


def refused(source, build, *options):
    """What is said of a project that cannot be configured or built."""
    code, said = configuring(source, build, *options)
    if code == 0:
        code, more = run("cmake", "--build", build)
        said += more
    assert code != 0, "it is built"
    return in_a_line(said)


def installed(build, folder, *options):
    """Where a build is installed, in a folder that was moved since."""
    passes("cmake", "--install", build, "--prefix", folder / "first", *options)
    (folder / "first").rename(folder / "moved")
    return folder / "moved"


def start_program():
    """The program of the start page, which is a file of the examples, and what is printed beside it."""
    (program,) = (block for block in blocks("docs/index.md", "cpp") if "int main" in block)
    return program, re.search(r"```console\n\$ example_communes\n(.*?)```", text_of("docs/index.md"), re.S)[1]


class ReadmeProject:
    """What the README says to put into an empty folder: two files and a clone of chiso."""

    def __init__(self, folder):
        self.folder = folder
        (self.project_file,), (program,) = blocks("README.md", "cmake"), blocks("README.md", "cpp")
        (commands,) = (block for block in blocks("README.md", "sh") if "your_program" in block)
        self.builds, self.runs = commands.splitlines()
        self.printed = re.search(r"```console\n\$ example_first_index\n(.*?)```", text_of("docs/guide/first_index.md"), re.S)[1]
        folder.mkdir()
        (folder / "CMakeLists.txt").write_text(self.project_file, encoding="utf-8")
        (folder / "your_program.cpp").write_text(program, encoding="utf-8")
        (folder / "chiso").symlink_to(ROOT)


def told_project(way):
    """The CMakeLists.txt of docs/guide/installing.md: of a project that adds the folder, or with another way to chiso in its place."""
    whole, *others = blocks(INSTALLING, "cmake")
    (added,) = re.findall(r"^add_subdirectory\(chiso\).*\n", whole, re.M)
    if way == "add_subdirectory":
        return whole
    (other,) = (block for block in others if way in block)
    return whole.replace(added, other)


def project(folder, way, program, kind="compiled"):
    """A folder with the project of docs/guide/installing.md, which has a clone in it."""
    folder.mkdir()
    text = told_project(way)
    if kind == "headers":
        text = text.replace("chiso::chiso", "chiso::headers").replace("COMPONENTS compiled", "COMPONENTS headers")
    (folder / "CMakeLists.txt").write_text(text, encoding="utf-8")
    (folder / "your_program.cpp").write_text(program, encoding="utf-8")
    (folder / "chiso").symlink_to(ROOT)
    return folder


def programs_of_flags(prefix, build, names):
    """Programs of tests/consumer/flags print the same, and know a problem of the library by the entry of their headers."""
    configured(ROOT / "tests" / "consumer" / "flags", build, f"-DCMAKE_PREFIX_PATH={prefix}")
    passes("cmake", "--build", build, "--target", *names)
    arguments = ["examples/models/commune_reform_index.json", "examples/data/communes.csv"]
    printed = {name: passes(build / name, *arguments) for name in names}
    assert len(printed[names[0]].splitlines()) > 1000 and len(set(printed.values())) == 1
    for name in names:
        assert passes(build / name, *arguments, "on_time") == "cell.number is one entry\n"


def programs_of_eigen(prefix, build, names):
    """Programs of tests/consumer/eigen print the same. What Eigen allocates is aligned by the flags of a unit: those of a program may differ
    from those of the library, and of its own other units."""
    configured(ROOT / "tests" / "consumer" / "eigen", build, f"-DCMAKE_PREFIX_PATH={prefix}")
    passes("cmake", "--build", build, "--target", *names)
    printed = {passes(build / name) for name in names}
    assert len(printed) == 1 and len(printed.pop().splitlines()) == 3 * 1004
    (library,) = [path for path in prefix.glob("lib/libchiso.*") if path.suffix in (".a", ".so")]
    assert "Eigen" not in passes("nm", "-C", library)
