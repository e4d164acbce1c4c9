"""Settings of the file: no questions on opening, words divided at the end of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kommunal_nh_docx.xml import W, name

if TYPE_CHECKING:
    from lxml.etree import _Element

# They ask the reader something, keep the file from being edited, or tell of its old content.
_UNWANTED = (
    "attachedTemplate",
    "docVars",
    "documentProtection",
    "endnotePr",
    "footnotePr",
    "mailMerge",
    "rsids",
    "trackRevisions",
    "updateFields",
    "writeProtection",
)

# The order of settings is fixed: hyphenation comes behind these.
_BEFORE_HYPHENATION = (
    "view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData "
    "embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins "
    "alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop "
    "hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign "
    "linkStyles stylePaneFormatFilter stylePaneSortMethod documentType revisionView "
    "doNotTrackMoves doNotTrackFormatting autoFormatOverride styleLockTheme styleLockQFSet "
    "defaultTabStop"
)

# … and these come behind the compatibility settings.
_BEHIND_COMPATIBILITY = (
    "docVars rsids attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats "
    "doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType "
    "shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator"
)
_PRESENT = {
    "name": "compatibilityMode",
    "uri": "http://schemas.microsoft.com/office/word",
    "val": "15",
}


def prepare(settings: _Element, language: str) -> None:
    """Make settings fit for a document of ours.

    Args:
        settings: The `w:settings` of the file.

        language: Language tag of the document.
    """
    for tag in _UNWANTED:
        for element in settings.findall(name(tag)):
            settings.remove(element)
    if settings.find(name("autoHyphenation")) is None:
        _divide_words(settings)
    _use_present_layout(settings)
    for element in settings.iter(name("themeFontLang")):
        element.set(name("val"), language)


def _use_present_layout(settings: _Element) -> None:
    """A file that asks for the layout of Word 2010 or older opens in compatibility mode."""
    compatibility = settings.find(name("compat"))
    if compatibility is None:
        compatibility = etree.Element(name("compat"))
        before_those_behind(settings, "compat", compatibility)
    for setting in compatibility.findall(name("compatSetting")):
        if setting.get(name("name")) == "compatibilityMode":
            compatibility.remove(setting)
    mode = etree.SubElement(compatibility, name("compatSetting"))
    for key, value in _PRESENT.items():
        mode.set(name(key), value)


def before_those_behind(settings: _Element, tag: str, element: _Element) -> None:
    """Insert a setting where the order of settings has it.

    Args:
        settings: The `w:settings` of the file.

        tag: `compat`, or one of those behind it.

        element: The setting.
    """
    order = ["compat", *_BEHIND_COMPATIBILITY.split()]
    behind = {name(one) for one in order[order.index(tag) + 1 :]}
    places = (place for place, child in enumerate(settings) if _ends(child, behind))
    settings.insert(next(places, len(settings)), element)


def _ends(child: _Element, behind: set[str]) -> bool:
    """Settings of other vocabularies, such as that of formulas, come last."""
    return child.tag in behind or not str(child.tag).startswith(f"{{{W}}}")


def _divide_words(settings: _Element) -> None:
    before = {name(tag) for tag in _BEFORE_HYPHENATION.split()}
    place = sum(1 for child in settings if child.tag in before)
    settings.insert(place, etree.Element(name("autoHyphenation")))
