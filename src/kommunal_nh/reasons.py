"""Why the computer refused a file, in German."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "die Datei oder den Ordner gibt es nicht",
    errno.EACCES: "die Berechtigung fehlt",
    errno.EPERM: "die Berechtigung fehlt",
    errno.EISDIR: "dort ist ein Ordner",
    errno.ENOTDIR: "auf dem Weg dorthin liegt eine Datei statt eines Ordners",
    errno.EEXIST: "dort ist schon etwas",
    errno.ENOTEMPTY: "der Ordner dort ist nicht leer",
    errno.ENOSPC: "der Datenträger ist voll",
    errno.EDQUOT: "das Speicherkontingent ist erschöpft",
    errno.EFBIG: "die Datei wird zu groß",
    errno.EROFS: "der Datenträger ist schreibgeschützt",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    errno.EBUSY: "die Datei ist in Gebrauch",
    errno.EMFILE: "zu viele Dateien sind offen",
    errno.EIO: "der Datenträger meldet einen Fehler",
    errno.ELOOP: "die Verknüpfungen verweisen im Kreis aufeinander",
    errno.ENXIO: "dort ist keine gewöhnliche Datei",
    errno.EINVAL: "der Name ist nicht möglich",
}


def reason(problem: OSError) -> str:
    """Why a file could not be read or written.

    Args:
        problem: What the operating system said.

    Returns:
        A German half sentence; in the system's words where we have none.
    """
    return _REASONS.get(problem.errno or 0, problem.strerror or str(problem))
