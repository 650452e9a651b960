#!/usr/bin/env python3
"""Make (or check) the CJK font that Readout carries.

The font is a subset of the Simplified Chinese face of Noto Sans CJK: every
CJK character that occurs in the dataset and in the interface's texts, the 3755
most usual ones (the first level of GB 2312), for texts and datasets to come, and
the marks in ALWAYS below.

Needs fontTools (`pip install fonttools`) and, to make the subset, Noto Sans CJK
Regular (Debian package fonts-noto-cjk, file NotoSansCJK-Regular.ttc):

    make-cjk-subset.py DATASET NotoSansCJK-Regular.ttc NotoSansSC-Readout-subset.otf \
        --texts ../words/zh/*.ftl

To check that a subset made earlier still covers dataset and texts (no Noto needed):

    make-cjk-subset.py --check DATASET NotoSansSC-Readout-subset.otf --texts …

The same inputs and the same version of fontTools give the same bytes: no time
stamp, path or set order gets into the file. Ends with 0 if every wanted
character is in the font, 1 if some are not, 2 for a usage error.
"""

import argparse
import hashlib
import io
import json
import sys

try:
    from fontTools import subset
    from fontTools import version as fonttools_version
    from fontTools.ttLib import TTCollection, TTFont
except ImportError:
    sys.exit("fontTools is missing: pip install fonttools")

FACE = "Noto Sans CJK SC"
FAMILY = "Noto Sans SC Readout Subset"
POSTSCRIPT = "NotoSansSCReadoutSubset-Regular"

# What is in the font whatever the dataset says: the two sides' names, CJK
# punctuation, and the marks that Chinese text shares with Latin text (so that
# a font family that starts with this font sets them full-width).
ALWAYS = (
    "美国中国"
    " \u00b7\u2014\u2018\u2019\u201c\u201d\u2026"
    "\u3000、。〈〉《》「」『』【】〔〕・ー"
    "！（），．／：；？［］～％＋－０１２３４５６７８９"
)

# The blocks that count as CJK.
CJK = (
    (0x1100, 0x11FF),  # Hangul Jamo
    (0x2E80, 0x2FDF),  # radicals
    (0x2FF0, 0x33FF),  # punctuation, kana, bopomofo, jamo, enclosed, squared
    (0x3400, 0x4DBF),  # Han extension A
    (0x4E00, 0x9FFF),  # Han
    (0xA960, 0xA97F),  # Hangul Jamo extended A
    (0xAC00, 0xD7FF),  # Hangul
    (0xF900, 0xFAFF),  # Han compatibility
    (0xFE10, 0xFE1F),  # vertical forms
    (0xFE30, 0xFE4F),  # compatibility forms
    (0xFF00, 0xFFEF),  # half-width and full-width forms
    (0x20000, 0x3FFFF),  # Han, the further extensions
)


def is_cjk(code):
    return any(low <= code <= high for low, high in CJK)


def strings(value):
    """Every string of a JSON value, the members' names too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from strings(item)


def usual():
    """The first level of GB 2312: rows 16 to 55."""
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            # The last row is not full.
            yield from bytes((row, cell)).decode("gb2312", errors="ignore")


def wanted(dataset, texts):
    with open(dataset, encoding="utf-8") as file:
        data = json.load(file)
    chars = {char for text in strings(data) for char in text} | set(usual())
    for path in texts:
        with open(path, encoding="utf-8") as file:
            chars |= set(file.read())
    codes = {ord(char) for char in chars}
    return {code for code in codes if is_cjk(code)} | {ord(char) for char in ALWAYS}


def show(codes):
    return " ".join(f"{chr(code)} U+{code:04X}" for code in sorted(codes))


def open_face(path):
    """The Simplified Chinese face of a collection, or the one font of a file."""
    with open(path, "rb") as file:
        collection = file.read(4) == b"ttcf"
    if not collection:
        return TTFont(path, recalcTimestamp=False)
    faces = TTCollection(path, lazy=True).fonts
    for number, face in enumerate(faces):
        if face["name"].getBestFamilyName() == FACE:
            return TTFont(path, fontNumber=number, recalcTimestamp=False)
    sys.exit(f"no face named {FACE!r} in the collection")


def rename(font):
    """Say in the font itself what it is: the licence records stay as they are."""
    names = font["name"]
    version = names.getDebugName(5) or "Version unknown"
    release = version.split(";")[0]
    notice = names.getDebugName(0) or ""
    licence = names.getDebugName(13)
    licence_url = names.getDebugName(14)
    trademark = names.getDebugName(7)
    names.names = []
    records = {
        0: notice,
        1: FAMILY,
        2: "Regular",
        3: f"{release};Readout;{POSTSCRIPT}",
        4: FAMILY,
        5: f"{release}; subset for Readout",
        6: POSTSCRIPT,
        7: trademark,
        10: "A subset of Noto Sans CJK SC Regular, without hinting or layout "
        "features, made for the program Readout. Not the original font.",
        13: licence,
        14: licence_url,
    }
    for number, text in records.items():
        if text:
            names.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [POSTSCRIPT]
        top = cff.topDictIndex[0]
        top.FullName = FAMILY
        top.FamilyName = FAMILY


def make(dataset, texts, source, target):
    codes = wanted(dataset, texts)
    font = open_face(source)
    missing = codes - set(font.getBestCmap())
    if missing:
        print(f"not in the source font: {show(missing)}", file=sys.stderr)
        return 1

    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True
    options.glyph_names = False
    options.legacy_cmap = False
    options.name_IDs = ["*"]
    options.name_languages = [0x409]
    options.recalc_timestamp = False
    options.notdef_outline = True
    options.drop_tables += ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=sorted(codes))
    subsetter.subset(font)
    rename(font)

    buffer = io.BytesIO()
    font.save(buffer, reorderTables=True)
    data = buffer.getvalue()
    with open(target, "wb") as file:
        file.write(data)
    print(
        f"{len(codes)} characters, {len(data)} bytes, fontTools {fonttools_version}, "
        f"sha256 {hashlib.sha256(data).hexdigest()}"
    )
    return check(dataset, texts, target)


def check(dataset, texts, path):
    missing = wanted(dataset, texts) - set(TTFont(path, lazy=True).getBestCmap())
    if missing:
        print(f"not in the subset: {show(missing)}", file=sys.stderr)
        return 1
    print("every wanted character is in the font")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="only check a subset made earlier")
    parser.add_argument("dataset", help="a .readout.json file")
    parser.add_argument("font", help="Noto Sans CJK Regular (.ttc or .otf); with --check the subset")
    parser.add_argument("out", nargs="?", help="the subset to write")
    parser.add_argument("--texts", nargs="*", default=[], help="files of the interface's texts")
    args = parser.parse_args()
    if args.check == (args.out is not None):
        parser.error("give OUT to make a subset, and none with --check")
    if args.check:
        return check(args.dataset, args.texts, args.font)
    return make(args.dataset, args.texts, args.font, args.out)


if __name__ == "__main__":
    sys.exit(main())
