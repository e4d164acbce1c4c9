"""The data of modules: a file or what stands in bericht.yaml, with tables in files of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from kommunal_nh.fields import is_table, keys_of
from kommunal_nh.findings import suggestion
from kommunal_nh.loading.files import REPORT_FILE, Files
from kommunal_nh.loading.places import Place, Places
from kommunal_nh.loading.source import Mapping, Sequence, Value
from kommunal_nh.loading.structure import structure
from kommunal_nh.loading.tables import parse_table
from kommunal_nh.plugins import module_keys, modules_of


class ModuleReader:
    """Reads the data of modules.

    Attributes:
        files: The files of the data folder.
        places: Where things are written.
    """

    def __init__(self, files: Files, places: Places) -> None:
        self.files = files
        self.places = places

    def read(self, value: Value, line: int) -> dict[str, object]:
        """Read the data of all modules that a report names.

        Args:
            value: What stands below `module`.

            line: Its line.

        Returns:
            The data of each, by key; of those that are installed and readable.
        """
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            message = "module: Hier werden Namen von Modulen mit ihren Angaben erwartet."
            self.files.found("wrong-value", message, REPORT_FILE, line)
            return {}
        installed = modules_of(value)
        self._refuse_unknown(value, installed)
        read = {
            key: self._data(key, value[key], installed[key].data_class, value.lines[key])
            for key in installed
        }
        return {key: data for key, data in read.items() if data is not None}

    def _refuse_unknown(self, value: Mapping, installed: dict[str, Any]) -> None:
        for key in value.keys() - installed:
            near = suggestion(key, module_keys()) or " Bitte das Plugin dazu installieren."
            message = f"Das Modul „{key}“ ist nicht installiert.{near}"
            self.files.found("unknown-module", message, REPORT_FILE, value.lines[key])

    def _data(self, key: str, item: Value, cls: type[Any], line: int) -> object | None:
        name, source = self.files.opened(item, line)
        if not self.files.was_read(name):
            return None
        line = line if name == REPORT_FILE else 1
        source = Mapping(line) if source is None else source  # nothing to say but that it is on
        self.places.add(key, Place(name, source if isinstance(source, Mapping) else None, line))
        self._tell_apart(key, source, cls, name)
        made: object | None = self._structured(source, cls, name, line)
        return made

    def _structured(self, source: Value, cls: Any, name: str, line: int) -> Any:
        made, findings = structure(source, cls, name, line)
        self.files.findings += findings
        return made

    def _tell_apart(self, key: str, source: Any, cls: type[Any], name: str) -> None:
        """Note the place of each mapping with an id; read the tables that are files."""
        for mapping, kind in _mappings(source, cls):
            tables = self._with_tables(mapping, kind, name)
            if mapping is source:
                self.places.add_tables(key, tables)
            if isinstance(thing := mapping.get("id"), str):
                self.places.add(f"{key}/{thing}", Place(name, mapping, mapping.line, tables))

    def _with_tables(self, mapping: Mapping, kind: type[Any], name: str) -> dict[str, Place]:
        tables = {}
        for key, field in keys_of(kind).items():
            file = mapping.get(key)
            if is_table(field) and isinstance(file, str):
                line = mapping.lines.get(key, mapping.line)
                text = self.files.text(file, line, name)
                rows, findings = parse_table(text or "", file)
                self.files.findings += findings
                tables[key] = Place(file, rows, 1)
                mapping[key] = self._structured(rows, field.type, file, 1) or ()
        return tables


def _mappings(source: Any, cls: Any) -> Iterator[tuple[Mapping, type[Any]]]:
    """The mappings of a value that become objects, each with its class."""
    if isinstance(source, Mapping) and attrs.has(cls):
        attrs.resolve_types(cls)
        yield source, cls
        for key, field in keys_of(cls).items():
            yield from _mappings(source.get(key), field.type)
    elif isinstance(source, Mapping | Sequence):
        inner = source.values() if isinstance(source, Mapping) else source
        for kind in getattr(cls, "__args__", ()):
            for item in inner:
                yield from _mappings(item, kind)
