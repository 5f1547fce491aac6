"""Words that programs make more of, or less, than the texts that they are."""

# What programs take for more than text. No newlines: paragraphs are the author's own.
HOSTILE = (
    "<script>alert(1)</script>",
    "</td></tr></table>",
    '"><img src=x onerror=alert(1)>',
    "' onclick='alert(1)",
    "&lt;b&gt; &amp; <!--",
    "]]>",
    "a | b | c",
    "[here](https://example.org/elsewhere)",
    "![x](y)",
    "*bold* _slanted_ `code` ~~gone~~",
    'a "word", and; more',
    "a\tb",
    "{{ 7 * 7 }} {% raw %} ${x} %s {0}",
    "\\",
)
# What is more than text only where it begins a line.
BEGINNINGS = ("# Heading", "- item", "1. item", "> said", "---", "```")
LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//example.org/x",
)
FORMULAS = (
    "=1+1",
    "+44 131 556 8400",
    "-2+3",
    "@SUM(A1:A9)",
    "  =1+1",
    "\t=1+1",
    "\N{FULLWIDTH EQUALS SIGN}1+1",
)
TURNING = ("a \u202egnp.exe b", "a \u2066alone b", "a \u200fmark b")
PLAIN_WORDS = (
    "007",
    "1e3",
    "1.10",
    "TRUE",
    "nan",
    "1/2",
    "-0",
    "null",
    "deVries",
    "e\u0301a\u0308\u0323",
    "👩\u200d⚕️🧑🏽",
    "שלום",
)
