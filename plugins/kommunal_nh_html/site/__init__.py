"""A document as a website: a page for each theme and project, with a search.

writing    all files of a site
layout     one page, from head to footer
ways       what leads from page to page: trail, contents, page by page
places     where pages lie and what their addresses are
cards      what the first page has for each theme and chapter
search     the page with the search, and what it looks through
missing    the page for what is not there, and the map for search engines
words      the words of blocks
"""
