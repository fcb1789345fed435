/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where in a file XML is at fault. */
#include "xml/xml_fault.h"

#include <string.h>

#include "base/blank.h"
#include "base/text.h"

/* ---- in the file ---- */

static const char *bytes_at(const struct fault *fault, gsize offset)
{
  return window_bytes(&fault->source->window, offset);
}

static const char *bytes_end(const struct fault *fault)
{
  return window_bytes(&fault->source->window, fault->source->window.checked);
}

struct place fault_place(const struct fault *fault, gsize offset)
{
  const struct window *window = &fault->source->window;
  gsize within = CLAMP(offset, window->at.offset, window->checked);
  return place_of(fault->source, window_position(window, window->at, within));
}

static gboolean is_behind(const struct fault *fault, char byte)
{
  return fault->offset > 0 && *bytes_at(fault, fault->offset - 1) == byte;
}

/* Moves back to the last BYTE; false if there is none. */
static gboolean move_back(struct fault *fault, char byte)
{
  const char *last = memrchr(bytes_at(fault, 0), byte, fault->offset);
  if (last)
    fault->offset = window_offset(&fault->source->window, last);
  return last != NULL;
}

static gboolean ends_word(char c)
{
  return is_blank(c) || strchr("<>/=;&\"'", c);
}

/* The word at OFFSET, maybe none. */
static char *word_at(const struct fault *fault, gsize offset)
{
  const char *word = bytes_at(fault, offset), *at = word, *end = bytes_end(fault);
  while (at < end && !ends_word(*at))
    at++;
  return g_strndup(word, (gsize)(at - word));
}

static gboolean begins(const char *at, const char *end, const char *sign)
{
  gsize length = strlen(sign);
  return (gsize)(end - at) >= length && memcmp(at, sign, length) == 0;
}

/* What is not content, and how it ends. */
static const char *const signs[][2] = {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}};

/* Behind what begins at AT with one of the signs, or with none: the end if it does not end. */
static const char *skip_section(const char *at, const char *end)
{
  guint i = 0;
  while (i < G_N_ELEMENTS(signs) && !begins(at, end, signs[i][0]))
    i++;
  if (i == G_N_ELEMENTS(signs))
    return at + 1;
  const char *behind = at + strlen(signs[i][0]);
  const char *close = memmem(behind, (gsize)(end - behind), signs[i][1], strlen(signs[i][1]));
  return close ? close + strlen(signs[i][1]) : end;
}

/* Moves to the comment or section that is not over where the parser is; false if there is none. All
 * before the window's position has been handed on. */
static gboolean move_to_section(struct fault *fault)
{
  const struct window *window = &fault->source->window;
  const char *at = bytes_at(fault, window->at.offset), *end = bytes_end(fault);
  const char *parser = bytes_at(fault, fault->offset), *next = at;
  while ((at = memchr(next, '<', (gsize)(end - next))) && at < parser) {
    next = skip_section(at, end);
    if (next > parser || next == end) {
      fault->offset = window_offset(window, at);
      return TRUE;
    }
  }
  return FALSE;
}

/* ---- rows: each looks whether it fits, and for place and words ---- */

gboolean fault_here(struct fault *fault)
{
  (void)fault;
  return TRUE;
}

gboolean fault_at_tag(struct fault *fault)
{
  gboolean found = move_back(fault, '<');
  gsize name = fault->offset + 1;
  fault->words[0] = word_at(fault, name + (*bytes_at(fault, name) == '/'));
  return found;
}

static const struct opened *innermost(const struct fault *fault)
{
  const GArray *open = fault->source->open;
  return &g_array_index(open, struct opened, open->len - 1);
}

static gboolean is_open(const struct fault *fault, const char *name)
{
  const GArray *open = fault->source->open;
  for (guint i = 0; i < open->len; i++)
    if (strcmp((const char *)g_array_index(open, struct opened, i).name, name) == 0)
      return TRUE;
  return FALSE;
}

/* At an end tag of {1}, where {2} is open. */
gboolean fault_at_other_end(struct fault *fault)
{
  fault_at_tag(fault);
  fault->words[1] = g_strdup((const char *)innermost(fault)->name);
  fault->related = innermost(fault)->place;
  return TRUE;
}

gboolean fault_at_end_around(struct fault *fault)
{
  fault_at_other_end(fault);
  return is_open(fault, fault->words[0]);
}

gboolean fault_no_root(struct fault *fault)
{
  fault->offset = fault->source->window.at.offset;
  return !fault->source->rooted;
}

gboolean fault_before_nothing(struct fault *fault)
{
  const char *at = bytes_at(fault, fault->offset), *end = bytes_end(fault);
  while (at < end && is_blank(*at))
    at++;
  return at == end && fault_no_root(fault);
}

gboolean fault_in_section(struct fault *fault)
{
  return move_to_section(fault) &&
         begins(bytes_at(fault, fault->offset), bytes_end(fault), signs[1][0]);
}

gboolean fault_in_element(struct fault *fault)
{
  if (!fault->source->open->len)
    return FALSE;
  fault->offset = fault->source->window.checked;
  fault->words[0] = g_strdup((const char *)innermost(fault)->name);
  fault->related = innermost(fault)->place;
  return TRUE;
}

gboolean fault_behind_ampersand(struct fault *fault)
{
  return is_behind(fault, '&') && move_back(fault, '&');
}

gboolean fault_at_ampersands(struct fault *fault)
{
  return begins(bytes_at(fault, fault->offset), bytes_end(fault), "&") &&
         fault_behind_ampersand(fault);
}

gboolean fault_behind_bracket(struct fault *fault)
{
  return is_behind(fault, '<') && move_back(fault, '<');
}

gboolean fault_at_spaced_tag(struct fault *fault)
{
  if (!fault_behind_bracket(fault))
    return FALSE;
  const char *end = bytes_end(fault), *name = bytes_at(fault, fault->offset + 1);
  while (name < end && is_blank(*name))
    name++;
  const char *at = name;
  while (at < end && *at != '<' && *at != '>')
    at++;
  gboolean tag = name < end && g_ascii_isalpha(*name) && at < end && *at == '>';
  if (tag)
    fault->words[0] = word_at(fault, window_offset(&fault->source->window, name));
  return tag;
}

gboolean fault_in_sign(struct fault *fault)
{
  return begins(bytes_at(fault, fault->offset), bytes_end(fault), "!") &&
         fault_behind_bracket(fault);
}

gboolean fault_at_reference(struct fault *fault)
{
  gboolean found = move_back(fault, '&');
  fault->words[0] = word_at(fault, fault->offset + 1);
  return found;
}

gboolean fault_behind_reference(struct fault *fault)
{
  return is_behind(fault, ';') && fault_at_reference(fault);
}

gboolean fault_at_character(struct fault *fault)
{
  const char *at = bytes_at(fault, fault->offset);
  gunichar character = at < bytes_end(fault) ? g_utf8_get_char(at) : 0;
  fault->words[0] = g_strdup_printf("U+%04X", character);
  return TRUE;
}

/* In a tag, of the element {1}. */
gboolean fault_in_tag(struct fault *fault)
{
  gsize offset = fault->offset;
  fault_at_tag(fault);
  fault->offset = offset;
  return *fault->words[0] && !strchr("?!", *fault->words[0]);
}

gboolean fault_at_name(struct fault *fault)
{
  const char *start = bytes_at(fault, 0);
  const char *at = bytes_at(fault, fault->offset);
  while (at > start && is_blank(at[-1]))
    at--;
  while (at > start && !ends_word(at[-1]))
    at--;
  fault->offset = window_offset(&fault->source->window, at);
  fault->words[0] = word_at(fault, fault->offset);
  return TRUE;
}

/* At the quote before the value in which the parser is; false if it is in none. */
gboolean fault_at_value(struct fault *fault)
{
  gsize offset = fault->offset;
  if (!move_back(fault, '<'))
    return FALSE;
  const char *quote = NULL, *at = bytes_at(fault, fault->offset);
  for (; at < bytes_at(fault, offset); at++)
    if (quote ? *at == *quote : *at == '"' || *at == '\'')
      quote = quote ? NULL : at;
  if (quote)
    fault->offset = window_offset(&fault->source->window, quote);
  return quote != NULL;
}

/* The attribute whose value begins with the quote at OFFSET. */
static char *attribute_before(const struct fault *fault, gsize offset)
{
  const char *start = bytes_at(fault, 0), *end = bytes_at(fault, offset);
  while (end > start && (is_blank(end[-1]) || end[-1] == '='))
    end--;
  const char *name = end;
  while (name > start && !ends_word(name[-1]))
    name--;
  return g_strndup(name, (gsize)(end - name));
}

/* From the quote before the parser back to the one before it, of which the value may have begun. */
static gboolean move_to_opening(struct fault *fault)
{
  if (!is_behind(fault, '"') && !is_behind(fault, '\''))
    return FALSE;
  char quote = *bytes_at(fault, --fault->offset);
  return move_back(fault, quote);
}

/* The value holds a blank, a name and = right before its closing quote: which opens the next value.
 */
gboolean fault_at_swallowing(struct fault *fault)
{
  const char *end = bytes_at(fault, fault->offset) - 1;
  if (!move_to_opening(fault))
    return FALSE;
  const char *value = bytes_at(fault, fault->offset) + 1, *name = end - 1;
  if (name <= value || *name != '=')
    return FALSE;
  while (name > value && !ends_word(name[-1]))
    name--;
  fault->words[0] = attribute_before(fault, fault->offset);
  return name > value && is_blank(name[-1]) && g_ascii_isalpha(*name);
}

gboolean fault_behind_quote(struct fault *fault)
{
  gsize offset = fault->offset;
  if (!move_to_opening(fault))
    return FALSE;
  fault->words[0] = attribute_before(fault, fault->offset);
  fault->offset = offset;
  return TRUE;
}

/* At the quote before a value that goes over a > and up to the < of a tag. */
gboolean fault_at_overrun(struct fault *fault)
{
  const char *sign = bytes_at(fault, fault->offset);
  gboolean tag = sign + 1 < bytes_end(fault) && (g_ascii_isalpha(sign[1]) || strchr("/!", sign[1]));
  if (!tag || !fault_at_value(fault))
    return FALSE;
  const char *value = bytes_at(fault, fault->offset);
  fault->words[0] = attribute_before(fault, fault->offset);
  return memchr(value, '>', (gsize)(sign - value)) != NULL;
}

gboolean fault_at_disguised(struct fault *fault)
{
  const char *at = bytes_at(fault, fault->offset);
  gunichar character = at < bytes_end(fault) ? g_utf8_get_char(at) : 0;
  char one[7] = "";
  g_unichar_to_utf8(character, one);
  fault->words[0] = character >= 0x80 && !g_unichar_isalnum(character) ? text_disguised(one) : NULL;
  return fault->words[0] != NULL;
}

/* Archives, which the files of word processors are, rich text, and what holds control characters.
 */
gboolean fault_no_text(struct fault *fault)
{
  const char *at = bytes_at(fault, fault->source->window.at.offset), *end = bytes_end(fault);
  gboolean control = FALSE;
  for (const char *byte = at; byte < end && byte < at + 8 && !control; byte++)
    control = (guchar)*byte < ' ' && !is_blank(*byte);
  fault->offset = fault->source->window.at.offset;
  return control || begins(at, end, "PK") || begins(at, end, "{\\rtf");
}

gboolean fault_in_value(struct fault *fault)
{
  gsize offset = fault->offset;
  if (fault_at_value(fault))
    fault->related = fault_place(fault, fault->offset);
  fault->offset = offset;
  return TRUE;
}

gboolean fault_at_second(struct fault *fault)
{
  const xmlError *error = fault->error;
  char *name =
      error->str2 ? g_strconcat(error->str1, ":", error->str2, NULL) : g_strdup(error->str1);
  fault->words[0] = name;
  if (!move_back(fault, '<'))
    return FALSE;
  gsize length;
  const char *tag = bytes_at(fault, fault->offset), *end = bytes_end(fault);
  const char *first = tag_value(tag, end, name, &length);
  const char *second = tag_value(first + length + 1, end, name, &length);
  fault->offset = window_offset(&fault->source->window, second);
  return TRUE;
}

gboolean fault_at_section(struct fault *fault)
{
  move_to_section(fault);
  return TRUE;
}

gboolean fault_in_comment(struct fault *fault)
{
  gsize offset = fault->offset;
  move_to_section(fault);
  fault->related = fault_place(fault, fault->offset);
  const char *behind = bytes_at(fault, fault->offset) + strlen("<!--"), *end = bytes_end(fault);
  const char *hyphens = memmem(behind, (gsize)(end - behind), "--", strlen("--"));
  fault->offset = hyphens ? window_offset(&fault->source->window, hyphens) : offset;
  return TRUE;
}

gboolean fault_at_sections_end(struct fault *fault)
{
  const char *at = bytes_at(fault, fault->offset), *end = bytes_end(fault);
  const char *sign = memmem(at, (gsize)(end - at), "]]>", strlen("]]>"));
  if (sign)
    fault->offset = window_offset(&fault->source->window, sign);
  return TRUE;
}

gboolean fault_at_sign(struct fault *fault)
{
  return begins(bytes_at(fault, fault->offset), bytes_end(fault), "<!");
}
