"""What a sheet looks like: records and template become a flat list of marks. No Qt, no ReportLab."""
