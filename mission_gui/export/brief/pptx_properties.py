"""The properties of a PPTX beside its core ones: custom ones for what those have no room for, and what made it."""

from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

_PLACE = PackURI("/docProps/custom.xml")
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST = 2
"""The number of the first; those below are kept for the system."""


def add_properties(made: Any, told: Mapping[str, str]) -> None:
    """Writes texts by their names, as File > Info > Properties shows them."""
    root = ElementTree.Element(f"{{{_PROPERTIES}}}Properties")
    for number, (name, text) in enumerate(told.items(), _FIRST):
        entry = ElementTree.SubElement(root, f"{{{_PROPERTIES}}}property", fmtid=_SET, pid=str(number), name=name)
        ElementTree.SubElement(entry, f"{{{_VARIANTS}}}lpwstr").text = text
    content = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    package = made.part.package
    package.relate_to(Part(_PLACE, _TYPE, package, content), RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def tell_program(made: Any, program: str) -> None:
    """Names the program and counts the slides; of the empty file that python-pptx begins with nothing stays."""
    package = made.part.package
    parts = {relation.reltype: (key, relation.target_part) for key, relation in package._rels.items()}
    if found := parts.get(RELATIONSHIP_TYPE.THUMBNAIL):
        package.drop_rel(found[0])
    root = ElementTree.Element(f"{{{_EXTENDED}}}Properties")
    for name, text in (("Application", program), ("Slides", str(len(made.slides)))):
        ElementTree.SubElement(root, f"{{{_EXTENDED}}}{name}").text = text
    extended = parts[RELATIONSHIP_TYPE.EXTENDED_PROPERTIES][1]
    extended.blob = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True, default_namespace=_EXTENDED)
