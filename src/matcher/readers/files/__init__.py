"""Bytes as text, trees and rows: files and archives, XML and JSON, delimited text and workbooks.

- bytes: ``source`` (where they come from, encoding, size), ``archives`` (ZIP, gzip, tar)
- JSON: ``jsonvalues`` (records one by one), ``tolerant`` (one value, whatever its type)
- XML: ``xmltree`` (a document), ``xmltext`` (records of a feed); HTML: ``markup``
- tables: ``grid`` (delimited text), ``workbook`` (XLSX), ``opensheet`` (ODS), ``workbooks`` (either); ``officeparts``
"""
