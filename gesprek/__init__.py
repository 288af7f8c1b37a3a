"""gesprek: a guided loopbaangesprek for students, mentors and trainers."""

__version__ = "0.1.0"
