"""What pages are drawn with: tables, tiles, charts, marks and readable addresses."""
