"""The commands as plain functions: what ``graphmou`` does in a shell, callable from Python without one."""
