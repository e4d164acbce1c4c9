"""Settings of the file: no questions on opening, words divided at the end of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from kommunal_nh_docx.xml import name

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
    for element in settings.iter(name("themeFontLang")):
        element.set(name("val"), language)


def _divide_words(settings: _Element) -> None:
    before = {name(tag) for tag in _BEFORE_HYPHENATION.split()}
    place = sum(1 for child in settings if child.tag in before)
    settings.insert(place, etree.Element(name("autoHyphenation")))
