"""Mode ``samen``: a mentor and a student side by side at one screen.

The program does not take part in the talk. It lays question cards ready for the mentor, takes the student's words
down to the letter, watches the story and, quietly, the rules. The flow, the machine and the archive are those of every
other conversation; what is different is who asks (:mod:`gesprek.samen.verloop`).
"""
