"""Explaining an index, a difference, a rank (SPEC section 11). All numbers are exact, in points or index points, never in quanta."""
