/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any text as LaTeX that prints it: no character of it is a command. */

#include "config.h"

#include "seesaw-latex.h"

typedef struct
{
  gunichar character;
  const char *latex;
} Replacement;

/* What means something to TeX, what its first encoding has at other places, and what would join
 * the command before it or the character beside it.
 */
static const Replacement specials[] = {
  { '\\', "\\textbackslash{}" },
  { '{', "\\{" },
  { '}', "\\}" },
  { '$', "\\$" },
  { '&', "\\&" },
  { '#', "\\#" },
  { '%', "\\%" },
  { '_', "\\_" },
  { '^', "\\textasciicircum{}" },
  { '~', "\\textasciitilde{}" },
  { '<', "\\textless{}" },
  { '>', "\\textgreater{}" },
  { '|', "\\textbar{}" },
  { '"', "''" },
  { '`', "\\textasciigrave{}" },
  { '[', "{[}" },
  { ']', "{]}" },
  { '*', "{*}" },
};

static const Replacement symbols[] = {
  { 0xa0, "~" },
  { 0xb0, "$^{\\circ}$" },
  { 0xb1, "$\\pm$" },
  { 0xb5, "$\\mu$" },
  { 0xb7, "$\\cdot$" },
  { 0xd7, "$\\times$" },
  { 0x391, "A" },
  { 0x392, "B" },
  { 0x393, "$\\Gamma$" },
  { 0x394, "$\\Delta$" },
  { 0x398, "$\\Theta$" },
  { 0x39b, "$\\Lambda$" },
  { 0x39e, "$\\Xi$" },
  { 0x3a0, "$\\Pi$" },
  { 0x3a3, "$\\Sigma$" },
  { 0x3a6, "$\\Phi$" },
  { 0x3a8, "$\\Psi$" },
  { 0x3a9, "$\\Omega$" },
  { 0x3b1, "$\\alpha$" },
  { 0x3b2, "$\\beta$" },
  { 0x3b3, "$\\gamma$" },
  { 0x3b4, "$\\delta$" },
  { 0x3b5, "$\\varepsilon$" },
  { 0x3b6, "$\\zeta$" },
  { 0x3b7, "$\\eta$" },
  { 0x3b8, "$\\theta$" },
  { 0x3b9, "$\\iota$" },
  { 0x3ba, "$\\kappa$" },
  { 0x3bb, "$\\lambda$" },
  { 0x3bc, "$\\mu$" },
  { 0x3bd, "$\\nu$" },
  { 0x3be, "$\\xi$" },
  { 0x3c0, "$\\pi$" },
  { 0x3c1, "$\\rho$" },
  { 0x3c3, "$\\sigma$" },
  { 0x3c4, "$\\tau$" },
  { 0x3c5, "$\\upsilon$" },
  { 0x3c6, "$\\varphi$" },
  { 0x3c7, "$\\chi$" },
  { 0x3c8, "$\\psi$" },
  { 0x3c9, "$\\omega$" },
  { 0x2013, "--" },
  { 0x2014, "---" },
  { 0x2016, "$\\|$" },
  { 0x2018, "`" },
  { 0x2019, "'" },
  { 0x201c, "``" },
  { 0x201d, "''" },
  { 0x2026, "\\ldots{}" },
  { 0x202f, "\\," },
  { 0x2080, "$_{0}$" },
  { 0x2081, "$_{1}$" },
  { 0x2082, "$_{2}$" },
  { 0x2192, "$\\rightarrow$" },
  { 0x2208, "$\\in$" },
  { 0x2212, "$-$" },
  { 0x221b, "$\\sqrt[3]{\\,}$" },
  { 0x221e, "$\\infty$" },
  { 0x2248, "$\\approx$" },
  { 0x2264, "$\\leq$" },
  { 0x2265, "$\\geq$" },
  { 0x25a1, "{\\fboxsep0pt\\fbox{\\rule{0pt}{0.6ex}\\rule{0.6ex}{0pt}}}" },
  { 0x25cb, "$\\circ$" },
};

static const char *
find (const Replacement *table, gsize n, gunichar character)
{
  for (gsize i = 0; i < n; i++)
    if (table[i].character == character)
      return table[i].latex;

  return NULL;
}

static const char *
find_any (gunichar character)
{
  const char *special = find (specials, G_N_ELEMENTS (specials), character);

  return special != NULL ? special : find (symbols, G_N_ELEMENTS (symbols), character);
}

/* Letters of the Latin-1 block, which every LaTeX composes, but for eth and thorn. */
static gboolean
is_composed (gunichar character)
{
  return character >= 0xc0 && character <= 0xff && character != 0xd0 && character != 0xde &&
         character != 0xf0 && character != 0xfe && character != 0xf7;
}

/**
 * seesaw_latex_add_text:
 * @latex: where to append
 * @text: plain text
 *
 * Appends text as LaTeX. Greek letters and common symbols become formulas; other characters stay
 * as they are.
 */
void
seesaw_latex_add_text (GString *latex, const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      const char *replacement = find_any (character);

      /* Two hyphens would be a dash. */
      if (character == '-' && c[1] == '-')
        g_string_append (latex, "-{}");
      else if (replacement != NULL)
        g_string_append (latex, replacement);
      else
        g_string_append_unichar (latex, g_unichar_iscntrl (character) ? ' ' : character);
    }
}

/**
 * seesaw_latex_is_plain:
 * @text: plain text
 *
 * Returns: whether pdfLaTeX, without packages, has all of its characters
 */
gboolean
seesaw_latex_is_plain (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character >= 0x80 && !is_composed (character) && find_any (character) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * seesaw_latex_add_any:
 * @latex: where to append
 * @text: plain text
 *
 * Appends text as seesaw_latex_add_text() does. What pdfLaTeX has no character for is a question
 * mark there, and itself for programs that have: %SEESAW_LATEX_DEFINE_OTHER chooses.
 */
void
seesaw_latex_add_any (GString *latex, const char *text)
{
  g_autoptr (GString) known = g_string_new (NULL);

  if (seesaw_latex_is_plain (text))
    {
      seesaw_latex_add_text (latex, text);
      return;
    }

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      g_autofree char *character = g_strndup (c, (gsize) (g_utf8_next_char (c) - c));

      g_string_append (known, seesaw_latex_is_plain (character) ? character : "?");
    }
  g_string_append (latex, "\\seesawother{");
  seesaw_latex_add_text (latex, text);
  g_string_append (latex, "}{");
  seesaw_latex_add_text (latex, known->str);
  g_string_append_c (latex, '}');
}
