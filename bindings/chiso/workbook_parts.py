"""The parts of a workbook that is a zip archive, looked at before another program opens it."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple
from xml.parsers import expat

from chiso import _core
from chiso.errors import EvidenceError

MIB = 2**20
#: What a part may unpack to, and one that is kept as a whole.
MOST_OF_PART = 256 * MIB
MOST_KEPT = 16 * MIB
#: The directory of an archive: a workbook has some dozen parts.
_MOST_OF_DIRECTORY = 4 * MIB
#: Tags of the shared strings, each of which may cost memory.
_MOST_TAGS = 6_000_000


def damaged(words: str, *holes: Any) -> EvidenceError:
    """The error of a file that is no workbook, or none that can be opened."""
    return refused("book.damaged", _core.phrase(words, *holes), _core.phrase("a_workbook"))


def refused(code: str, *arguments: Any, hint: Any = "") -> EvidenceError:
    """The error of a workbook with one problem, which no cell has."""
    return _core.evidence_error([_core.Problem(code, list(arguments), hint=hint)], 1)


def too_large(part: str) -> EvidenceError:
    """The error of a part that unpacks to more than any table needs."""
    return refused("book.size", _core.phrase("unpacks", part), _core.phrase("at_most_mib", MOST_OF_PART // MIB))


class _Taken(NamedTuple):
    """A part as it stands in the archive, and what was found of it."""

    packed: bytes
    method: int
    check: int
    size: int


class Parts:
    """The parts of an archive. What is handed on is made of those that were looked at, and of nothing else in the file."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._looked_at: dict[str, _Taken] = {}
        self._infos = _directory(file)

    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._infos)

    def whole(self, name: str) -> bytes:
        """A small part; empty if there is none."""
        if name not in self._infos:
            return b""
        pieces: list[bytes] = []
        self.look_at(name, pieces.append, most=MOST_KEPT)
        return b"".join(pieces)

    def look_at(self, name: str, take: Callable[[bytes], Any], *, most: int = MOST_OF_PART) -> None:
        """Gives a part piece by piece, and notes that it may be handed on."""
        packed, method, declared, check = self._packed(name)
        if declared > most:
            raise too_large(name)
        size = 0
        for piece in _unpacked(packed, method):
            size += len(piece)
            if size > declared:
                raise damaged("part_of_other_size", name)
            take(piece)
        if size != declared:
            raise damaged("part_of_other_size", name)
        self._looked_at[name] = _Taken(packed, method, check, size)

    def look_at_strings(self, name: str) -> None:
        """Looks at a part of which every tag may cost memory."""
        tags = 0

        def count(piece: bytes) -> None:
            nonlocal tags
            tags += piece.count(b"<")
            if tags > _MOST_TAGS:
                raise too_large(name)

        self.look_at(name, count)

    def _packed(self, name: str) -> tuple[bytes, int, int, int]:
        """The bytes of a part in the file, how they are packed, and what it says of them: to what size they unpack, and their checksum."""
        info = self._infos[name]
        if info.flag_bits & 1:
            raise damaged("password")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise damaged("packed_otherwise", name)
        if info.header_offset < 0:
            raise damaged("no_archive")
        self._file.seek(info.header_offset)
        head = self._file.read(30)
        if len(head) < 30 or head[:4] != b"PK\3\4":
            raise damaged("no_archive")
        skipped = sum(struct.unpack("<HH", head[26:30]))
        self._file.seek(info.header_offset + 30 + skipped)
        packed = self._file.read(info.compress_size)
        return packed, info.compress_type, info.file_size, info.CRC

    def archive(self) -> bytes:
        """An archive of the parts that were looked at, as they are."""
        out, directory = bytearray(), bytearray()
        for name, part in self._looked_at.items():
            coded = name.encode()
            common = struct.pack("<HHHHHIIIHH", 20, 0x800, part.method, 0, 33, part.check, len(part.packed), part.size, len(coded), 0)
            directory += b"PK\1\2" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + coded
            out += b"PK\3\4" + common + coded + part.packed
        count = len(self._looked_at)
        end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(out), 0)
        return bytes(out + directory + end)


def _directory(file: IO[bytes]) -> dict[str, zipfile.ZipInfo]:
    """The directory of an archive, by name; it is looked at only if it is small."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 66_000))
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) - at < 22:
        raise damaged("no_archive")
    if struct.unpack("<I", tail[at + 12 : at + 16])[0] > _MOST_OF_DIRECTORY or b"PK\6\7" in tail:
        raise refused("book.size", _core.phrase("long_directory"), _core.phrase("a_workbook"))
    try:
        infos = zipfile.ZipFile(file).infolist()
    except (zipfile.BadZipFile, UnicodeDecodeError, NotImplementedError, OSError, ValueError) as error:
        raise damaged("no_archive") from error
    names = {info.filename: info for info in infos}
    if len(names) != len(infos):
        raise damaged("parts_of_one_name")
    return names


def _unpacked(packed: bytes, method: int) -> Iterator[bytes]:
    """What a part unpacks to, in pieces of at most a MiB."""
    if method == zipfile.ZIP_STORED:
        for start in range(0, len(packed), MIB):
            yield packed[start : start + MIB]
        return
    unpacker = zlib.decompressobj(-15)
    rest = packed
    while not unpacker.eof:
        try:
            piece = unpacker.decompress(rest, MIB)
        except zlib.error as error:
            raise damaged("no_archive") from error
        rest = unpacker.unconsumed_tail
        if piece:
            yield piece
        elif not rest and not unpacker.eof:
            raise damaged("no_archive")


class LimitedXml:
    """A parser that takes no definitions: no entities, no document types.

    Parameters
    ----------
    start, end, text : callable
        Told the local name and the attributes of each element, the local name at its end, and its text.
    """

    def __init__(
        self,
        start: Callable[[str, dict[str, str]], Any],
        end: Callable[[str], Any] | None = None,
        text: Callable[[str], Any] | None = None,
    ) -> None:
        parser = self._parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_definitions
        parser.EntityDeclHandler = _refuse_definitions
        parser.StartElementHandler = lambda name, attributes: start(name.rpartition(":")[2], attributes)
        if end is not None:
            parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
        if text is not None:
            parser.CharacterDataHandler = text

    def feed(self, piece: bytes) -> None:
        """Reads on."""
        self._parse(piece, False)

    def finish(self) -> None:
        """Reads to the end."""
        self._parse(b"", True)

    def _parse(self, piece: bytes, is_last: bool) -> None:
        try:
            self._parser.Parse(piece, is_last)
        except (expat.ExpatError, ValueError) as error:
            if isinstance(error, EvidenceError):
                raise
            raise damaged("bad_xml", str(error)) from error


def _refuse_definitions(*_: Any) -> None:
    raise damaged("definitions")


def read_xml(part: bytes, start: Callable[[str, dict[str, str]], Any]) -> None:
    """Tells the elements of a small part; an absent one has none."""
    if part:
        parser = LimitedXml(start)
        parser.feed(part)
        parser.finish()
