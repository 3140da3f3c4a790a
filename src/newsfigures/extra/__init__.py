"""Doors to other libraries, one module each; a module needs the optional library that it is named after."""
