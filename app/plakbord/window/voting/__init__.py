"""Voting in the window: setting up a round, the ways in which people vote on this laptop, and what came out."""
