#!/usr/bin/env python3
"""Make (or check) the Chinese fonts that Readout carries.

They are subsets of the Simplified Chinese face of Noto Sans CJK, Regular and Bold:
every CJK character of the bundled dataset and of Readout's own texts in Chinese, the
marks in ALWAYS below, and the 3755 most common characters (level 1 of GB 2312), so
that what one types into the search box, and other datasets, can be read too.

Needs fontTools (`pip install fonttools`) and, to make the subsets, the folder with
NotoSansCJK-Regular.ttc and NotoSansCJK-Bold.ttc of the Debian package
fonts-noto-cjk, which installs it as the one that is looked into by default:

    make-cjk-subset.py [FOLDER]

To check that the subsets made earlier still cover all texts (no Noto needed):

    make-cjk-subset.py --check

The same inputs and the same version of fontTools give the same bytes: no time
stamp, path or set order gets into the files. Ends with 0 if every wanted
character is in the fonts, 1 if some are not, 2 for a usage error.
"""

import argparse
import hashlib
import io
import json
import sys
from pathlib import Path

try:
    from fontTools import subset
    from fontTools import version as fonttools_version
    from fontTools.ttLib import TTCollection, TTFont
except ImportError:
    sys.exit("fontTools is missing: pip install fonttools")

FACE = "Noto Sans CJK SC"
FAMILY = "Noto Sans SC Readout Subset"
NOTO = "/usr/share/fonts/opentype/noto"

FONTS = Path(__file__).resolve().parent
ASSETS = FONTS.parent
DATASET = ASSETS / "us-china-meetings.readout.json"
WORDS = ASSETS / "words" / "zh"

# Weight, the file that it is taken from, and the subset.
WEIGHTS = (
    ("Regular", "NotoSansCJK-Regular.ttc", FONTS / "NotoSansSC-Readout-subset.otf"),
    ("Bold", "NotoSansCJK-Bold.ttc", FONTS / "NotoSansSC-Readout-subset-Bold.otf"),
)

# What is in the fonts whatever the texts say: the two sides' names, CJK
# punctuation, and the marks that Chinese text shares with Latin text (so that
# a font family that starts with this font sets them full-width).
ALWAYS = (
    "美国中国"
    " \u00b7\u2014\u2018\u2019\u201c\u201d\u2026"
    "\u3000、。〇〈〉《》「」『』【】〔〕・ー"
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


def common():
    """The characters of level 1 of GB 2312: rows 16 to 55."""
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes([row, cell]).decode("gb2312")
            except UnicodeDecodeError:
                # The last five cells of the last row are empty.
                pass


def wanted():
    with open(DATASET, encoding="utf-8") as file:
        texts = list(strings(json.load(file)))
    texts += [path.read_text(encoding="utf-8") for path in sorted(WORDS.glob("*.ftl"))]
    codes = {ord(char) for text in texts for char in text}
    always = {ord(char) for char in ALWAYS} | {ord(char) for char in common()}
    return {code for code in codes if is_cjk(code)} | always


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


def rename(font, weight):
    """Say in the font itself what it is: the licence records stay as they are."""
    names = font["name"]
    version = names.getDebugName(5) or "Version unknown"
    release = version.split(";")[0]
    notice = names.getDebugName(0) or ""
    licence = names.getDebugName(13)
    licence_url = names.getDebugName(14)
    trademark = names.getDebugName(7)
    names.names = []
    postscript = f"{FAMILY.replace(' ', '')}-{weight}"
    full_name = FAMILY if weight == "Regular" else f"{FAMILY} {weight}"
    records = {
        0: notice,
        1: FAMILY,
        2: weight,
        3: f"{release};Readout;{postscript}",
        4: full_name,
        5: f"{release}; subset for Readout",
        6: postscript,
        7: trademark,
        10: f"A subset of Noto Sans CJK SC {weight}, without hinting or layout "
        "features, made for the program Readout. Not the original font.",
        13: licence,
        14: licence_url,
    }
    for number, text in records.items():
        if text:
            names.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [postscript]
        top = cff.topDictIndex[0]
        top.FullName = full_name
        top.FamilyName = FAMILY


def make(codes, weight, source, target):
    font = open_face(source)
    missing = codes - set(font.getBestCmap())
    if missing:
        print(f"not in {source.name}: {show(missing)}", file=sys.stderr)
        return False

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
    rename(font, weight)

    buffer = io.BytesIO()
    font.save(buffer, reorderTables=True)
    data = buffer.getvalue()
    target.write_bytes(data)
    print(
        f"{target.name}: {len(codes)} characters, {len(data)} bytes, "
        f"fontTools {fonttools_version}, sha256 {hashlib.sha256(data).hexdigest()}"
    )
    return check(codes, target)


def check(codes, path):
    missing = codes - set(TTFont(path, lazy=True).getBestCmap())
    if missing:
        print(f"not in {path.name}: {show(missing)}", file=sys.stderr)
    else:
        print(f"{path.name} has every wanted character")
    return not missing


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="only check the subsets there are")
    parser.add_argument("folder", nargs="?", help=f"where Noto Sans CJK lies, {NOTO} by default")
    args = parser.parse_args()
    if args.check and args.folder:
        parser.error("to check the subsets, no folder is needed")
    folder = Path(args.folder or NOTO)
    codes = wanted()
    done = [
        check(codes, target) if args.check else make(codes, weight, folder / source, target)
        for weight, source, target in WEIGHTS
    ]
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
