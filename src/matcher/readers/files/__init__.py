"""Bytes as text, trees and rows: files and archives, XML and JSON, delimited text and workbooks."""
