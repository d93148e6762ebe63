"""What Crossread knows: values and functions without Qt, disk or clock."""
