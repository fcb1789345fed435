/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expectations written anew, where they stand in their files. */
#include "command/accept.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/rules.h"

/* A file of which some elements are exchanged. */
struct edit {
  const char *file;
  GString *text;
};

/* The byte of TEXT at LINE and COLUMN, which counts characters; NULL: it has none such. */
static char *byte_at(char *text, guint line, guint column)
{
  for (; line > 1 && text; line--)
    text = (text = strchr(text, '\n')) ? text + 1 : NULL;
  for (; column > 1 && text && *text; column--)
    text = g_utf8_next_char(text);
  return text && *text == '<' ? text : NULL;
}

/* The element of EDIT that CORRECTION is about; its length to *LENGTH. NULL: it is not written as
 * one tag.
 */
static char *element_at(const struct edit *edit, const struct correction *correction, gsize *length)
{
  char *mark =
      g_str_has_prefix(edit->text->str, "\xef\xbb\xbf") ? edit->text->str + 3 : edit->text->str;
  char *element = byte_at(mark, correction->place.line, correction->place.column);
  char *end = element ? strchr(element, '>') : NULL;
  *length = end ? (gsize)(end + 1 - element) : 0;
  return end && end[-1] == '/' ? element : NULL;
}

/* ---- shown ---- */

static void show(const struct edit *edit, const struct correction *correction, GString *out)
{
  gsize length;
  const char *element = element_at(edit, correction, &length);
  g_string_append_printf(out, "%s:%u:\n- %.*s\n+ %s\n", edit->file, correction->place.line,
                         (int)length, element, correction->element);
}

/* ---- written ---- */

/* From the last on, so that what stands before keeps its place. */
static void exchange(struct edit *edit, const GPtrArray *corrections)
{
  for (guint i = corrections->len; i-- > 0;) {
    const struct correction *correction = corrections->pdata[i];
    gsize length;
    if (correction->place.file != edit->file)
      continue;
    gssize at = element_at(edit, correction, &length) - edit->text->str;
    g_string_erase(edit->text, at, (gssize)length);
    g_string_insert(edit->text, at, correction->element);
  }
}

static gboolean save(struct session *session, const struct edit *edit)
{
  g_autoptr(GError) error = NULL;
  GStatBuf status;
  int mode = g_stat(edit->file, &status) == 0 ? (int)(status.st_mode & 0777) : 0600;
  if (g_file_set_contents_full(edit->file, edit->text->str, (gssize)edit->text->len,
                               G_FILE_SET_CONTENTS_CONSISTENT, mode, &error))
    return TRUE;
  session_complain(session, N_("cannot write '{1}': {2}"), edit->file, error->message, NULL);
  return FALSE;
}

/* ---- all of them ---- */

static void free_edit(gpointer data)
{
  struct edit *edit = data;
  g_string_free(edit->text, TRUE);
  g_free(edit);
}

/* The edit of FILE among EDITS, made if there is none; NULL: it cannot be read. */
static struct edit *edit_of(GPtrArray *edits, const char *file)
{
  struct edit *last = edits->len ? edits->pdata[edits->len - 1] : NULL;
  g_autofree char *text = NULL;
  if (last && last->file == file)
    return last;
  if (!g_file_get_contents(file, &text, NULL, NULL))
    return NULL;
  struct edit *edit = g_new0(struct edit, 1);
  *edit = (struct edit){file, g_string_new(text)};
  g_ptr_array_add(edits, edit);
  return edit;
}

/* Takes out of CORRECTIONS what cannot be exchanged, and shows the rest, whose files become EDITS.
 */
static void prepare(GPtrArray *corrections, GPtrArray *edits, GString *shown)
{
  for (guint i = 0; i < corrections->len;) {
    const struct correction *correction = corrections->pdata[i];
    const struct edit *edit = edit_of(edits, correction->place.file);
    gsize length;
    if (edit && element_at(edit, correction, &length)) {
      show(edit, correction, shown);
      i++;
    } else {
      g_ptr_array_remove_index(corrections, i);
    }
  }
}

static int write_all(struct session *session, const GPtrArray *corrections, GPtrArray *edits)
{
  for (guint i = 0; i < edits->len; i++) {
    exchange(edits->pdata[i], corrections);
    if (!save(session, edits->pdata[i]))
      return EXIT_IO;
  }
  g_autofree char *words = tr_count(session->translator, "{1} example is written anew.",
                                    "{1} examples are written anew.", edits->len);
  session_say(session, "{1}", words, NULL);
  return EXIT_FINE;
}

int accept_examples(struct session *session, const char *folder, const struct catalogue *catalogue,
                    const struct proof_options *options)
{
  OWNED(findings) findings = findings_new(session->translator);
  g_autoptr(GPtrArray) edits = g_ptr_array_new_with_free_func(free_edit);
  g_autoptr(GPtrArray) corrections =
      g_ptr_array_new_with_free_func((GDestroyNotify)correction_free);
  g_autoptr(GString) shown = g_string_new(NULL);
  check_examples(catalogue, folder, options, findings, corrections, NULL);
  guint unmet = corrections->len;
  prepare(corrections, edits, shown);
  if (corrections->len == unmet)
    findings_drop(findings, &rules[RULE_UNMET_EXPECTATION]);
  int code = session_findings(session, findings) ? EXIT_FAULTY : EXIT_FINE;
  fputs(shown->str, session->out);
  if (!corrections->len) {
    session_say(session, N_("No example has to follow."), NULL);
    return code;
  }
  if (!session->options.force && !isatty(fileno(session->in)))
    return session_refuse(session, N_("nobody there to confirm; --force writes without asking"),
                          NULL);
  if (!session->options.force &&
      !session_confirm(session,
                       tr(session->translator, N_("Write this into the examples? Yes or no: ")))) {
    session_say(session, N_("Nothing was written."), NULL);
    return code;
  }
  int written = write_all(session, corrections, edits);
  return written == EXIT_FINE ? code : written;
}
