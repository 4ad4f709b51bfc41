"""The version, said once for the code and the documents; a test holds it to the distribution's."""

VERSION = "0.1.0"
