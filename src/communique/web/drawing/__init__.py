"""What pictures are made of: places and sizes, worked out here and written as SVG by templates."""
