"""An audit log that shows whether anybody changed it."""
