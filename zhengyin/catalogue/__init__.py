"""The two lists, their dated versions, the guides, and the question: may it be issued?"""
