"""Shown: one article as every annotator who finished it marked it, a stave for each."""
