/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and conditions by chance. */
#include "support/maker.h"

static void forget(gpointer data)
{
  g_free(((struct known *)data)->id);
}

void maker_begin(struct maker *maker, const struct grammar *grammar, GRand *rand)
{
  *maker = (struct maker){.grammar = grammar, .rand = rand, .pack = g_string_new(NULL)};
  maker->known = g_array_new(FALSE, FALSE, sizeof(struct known));
  g_array_set_clear_func(maker->known, forget);
}

void maker_end(struct maker *maker)
{
  g_array_unref(maker->known);
  g_string_free(maker->pack, TRUE);
}

guint below(struct maker *maker, guint count)
{
  return (guint)g_rand_int_range(maker->rand, 0, (gint32)count);
}

gboolean chance(struct maker *maker, guint percent)
{
  return below(maker, 100) < percent;
}

void add(struct maker *maker, const char *format, ...)
{
  va_list arguments;
  va_start(arguments, format);
  g_string_append_vprintf(maker->out, format, arguments);
  va_end(arguments);
}

/* ---- names ---- */

char *maker_id(struct maker *maker, const char *prefix)
{
  return g_strdup_printf("%s%u", prefix, ++maker->serial);
}

void maker_know(struct maker *maker, const char *id, int sort, enum question_kind kind, guint size)
{
  struct known known = {g_strdup(id), sort, kind, size, maker->in_repeat};
  g_array_append_val(maker->known, known);
}

guint maker_usable(const struct maker *maker)
{
  return maker->known->len - maker->hidden;
}

const struct known *maker_any(struct maker *maker)
{
  return &g_array_index(maker->known, struct known, below(maker, maker_usable(maker)));
}

const struct known *maker_source(struct maker *maker, guint percent)
{
  for (guint i = maker->known->len; i-- > 0;) {
    const struct known *known = &g_array_index(maker->known, struct known, i);
    if (known->sort == A_QUESTION && known->kind == KIND_CHOICES && chance(maker, percent))
      return known;
  }
  return NULL;
}

/* ---- conditions ---- */

static void add_pair(struct maker *maker, GString *out, guint depth)
{
  g_string_append_c(out, '(');
  maker_condition(maker, out, depth);
  g_string_append(out, chance(maker, maker->grammar->or_percent) ? " or " : " and ");
  maker_condition(maker, out, depth);
  g_string_append_c(out, ')');
}

static void add_denial(struct maker *maker, GString *out, guint depth)
{
  g_string_append(out, "not(");
  maker_condition(maker, out, depth);
  g_string_append_c(out, ')');
}

void maker_condition(struct maker *maker, GString *out, guint depth)
{
  const struct grammar *grammar = maker->grammar;
  guint way = depth ? below(maker, grammar->ways) : 0;
  if (way >= 1 && way <= grammar->joins)
    add_pair(maker, out, depth - 1);
  else if (way > grammar->joins && way <= grammar->joins + grammar->denials)
    add_denial(maker, out, depth - 1);
  else
    grammar->add_test(maker, out);
}

void maker_attribute(struct maker *maker, const char *name, guint depth, guint percent)
{
  if (!maker_usable(maker) || !chance(maker, percent))
    return;
  add(maker, " %s=\"", name);
  maker_condition(maker, maker->out, depth);
  add(maker, "\"");
}

void maker_define(struct maker *maker)
{
  g_autofree char *id = maker_id(maker, "d");
  g_string_append_printf(maker->pack, "<define id=\"%s\" test=\"", id);
  maker_condition(maker, maker->pack, 2);
  g_string_append(maker->pack, "\"/>\n");
  maker_know(maker, id, A_DEFINE, 0, 0);
}
