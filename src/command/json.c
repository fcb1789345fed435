/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON, a value at a time. */
#include "command/json.h"

#include "base/date.h"

static void add_string(GString *out, const char *value)
{
  g_string_append_c(out, '"');
  for (; *value; value++) {
    if (*value == '"' || *value == '\\')
      g_string_append_printf(out, "\\%c", *value);
    else if ((guchar)*value < 0x20)
      g_string_append_printf(out, "\\u%04x", (guint)*value);
    else
      g_string_append_c(out, *value);
  }
  g_string_append_c(out, '"');
}

/* Whether a value stands before what comes next at the same depth. */
static gboolean goes_on(const GString *out)
{
  return out->len > 0 && out->str[out->len - 1] != '[' && out->str[out->len - 1] != '{';
}

static void begin_member(GString *out, const char *name)
{
  g_string_append(out, goes_on(out) ? ", " : "");
  add_string(out, name);
  g_string_append(out, ": ");
}

void json_begin_list(GString *out)
{
  g_string_append_c(out, '[');
}

void json_end_list(GString *out)
{
  g_string_append(out, "\n]\n");
}

void json_begin_object(GString *out)
{
  g_string_append(out, goes_on(out) ? ",\n  {" : "\n  {");
}

void json_end_object(GString *out)
{
  g_string_append_c(out, '}');
}

void json_add_text(GString *out, const char *name, const char *value)
{
  begin_member(out, name);
  if (value)
    add_string(out, value);
  else
    g_string_append(out, "null");
}

void json_add_number(GString *out, const char *name, gint64 value)
{
  begin_member(out, name);
  g_string_append_printf(out, "%" G_GINT64_FORMAT, value);
}

void json_add_count(GString *out, const char *name, guint value)
{
  if (value)
    json_add_number(out, name, value);
  else
    json_add_text(out, name, NULL);
}

void json_add_truth(GString *out, const char *name, gboolean value)
{
  begin_member(out, name);
  g_string_append(out, value ? "true" : "false");
}

void json_add_day(GString *out, const char *name, int day)
{
  g_autofree char *iso = day ? date_to_iso(day) : NULL;
  json_add_text(out, name, iso);
}

void json_add_time(GString *out, const char *name, int minutes)
{
  g_autofree char *time =
      minutes >= 0 ? g_strdup_printf("%02d:%02d", minutes / 60, minutes % 60) : NULL;
  json_add_text(out, name, time);
}
