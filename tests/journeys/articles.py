"""Articles that the journeys are about: fictional, and as awkward as scraped ones are."""

from tests.marked import marked

NBSP = "\N{NO-BREAK SPACE}"

SCRAPED = marked(
    "Ferry tolls: who pays?\n"
    "🗞️ By Ilse Brandt · 4 min read\n"
    "\n"
    f"[[Port minister|actor] Joren{NBSP}Aske|actor] said on Monday that [the tolls of "
    "[Sarn Harbour|location] “had never been raised”|claim]. [But [harbour|location] clerks|actor] "
    f"say that [[Aske|actor] “knew of it”|claim], a charge [[his office|actor] denies: "
    "[no letter ever reached [the U.N.-run quay|location]|claim]|denial].\n"
    "\n"
    "“[We opened the books|claim#books],” she said, “[and we found 3,000 gold-marks "
    "missing|claim#books] 🪙,” though [her aide O’Bren|actor] laughed.\n"
    "\n"
    "• Read also: Bread prices\n"
    "\n"
    "قالت [وزارة الموانئ|actor] إن [الرسوم لم ترتفع|denial] في [سارن|location].\n"
)
"""Nested reported speech, an interrupted quotation, no-break spaces, curly quotes, astral
letters, page furniture and a paragraph that reads from right to left."""

SHORT = (
    "The mayor of Lindow said the mill burned down.\n\n"
    "Ana Vell, who owns it, denied that the mill burned down at night.\n\n"
    "Nobody in Lindow was hurt, the mayor told Radio Nine."
)
OTHER = "The council of Pell met. It said that bread was dear. The bakers denied it."
