/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond export` and `rebond import`: debriefs as example files, out and in. */
#include <errno.h>
#include <glib/gstdio.h>

#include "base/date.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/output.h"
#include "command/paths.h"
#include "walk/exchange.h"
#include "walk/merge.h"

/* ---- out ---- */

static GString *write_debrief(struct session *session, const struct debrief *debrief)
{
  gboolean private = session->options.private;
  OWNED(plan) plan = session_plan(session, debrief, !private);
  g_autofree char *title = phrase_plain(plan->subject);
  GString *text = g_string_new(NULL);
  exchange_write(session->catalogue, debrief->answers, title, session->today,
                 private ? PRIVATE_INCLUDED : PRIVATE_LEFT_OUT, NULL, text);
  return text;
}

/* The name of a debrief's file, the same whenever it is written. Caller frees. */
static char *file_name(const struct debrief *debrief)
{
  g_autofree char *begun = date_to_iso(answers_begun(debrief->answers));
  return g_strdup_printf("%s-%.12s.xml", begun, answers_identity(debrief->answers));
}

static int write_all(struct session *session, const GPtrArray *debriefs, const char *folder)
{
  int code = EXIT_FINE;
  for (guint i = 0; i < debriefs->len && code == EXIT_FINE; i++) {
    const struct debrief *debrief = g_ptr_array_index(debriefs, i);
    g_autoptr(GString) text = write_debrief(session, debrief);
    g_autofree char *name = file_name(debrief);
    g_autofree char *path = g_build_filename(folder, name, NULL);
    code = output_save(session, text, path);
  }
  return code;
}

static int fail_folder(struct session *session, const char *folder)
{
  session_complain(session, N_("cannot write '{1}': {2}"), folder, g_strerror(errno), NULL);
  return EXIT_IO;
}

/* The folder is there with all that belongs in it, or not at all, unless it was there before. */
static int export_into(struct session *session, const GPtrArray *debriefs, const char *folder)
{
  gboolean taken = g_file_test(folder, G_FILE_TEST_EXISTS);
  if (taken && !session->options.force) {
    session_complain(session, N_("'{1}' is there already; --force replaces it"), folder, NULL);
    return EXIT_IO;
  }
  if (taken)
    return write_all(session, debriefs, folder);
  g_autofree char *made = g_strconcat(folder, ".XXXXXX", NULL);
  if (!g_mkdtemp_full(made, 0700))
    return fail_folder(session, folder);
  int code = write_all(session, debriefs, made);
  if (code == EXIT_FINE && g_rename(made, folder) != 0)
    code = fail_folder(session, folder);
  return code;
}

static int export_all(struct session *session)
{
  int code = EXIT_FINE;
  const char *folder = session->options.output;
  if (!folder)
    return session_refuse(session, N_("--all wants a new folder, named by --output"), NULL);
  g_autoptr(GPtrArray) debriefs = session_debriefs(session, &code);
  if (!debriefs)
    return code;
  code = export_into(session, debriefs, folder);
  if (code == EXIT_FINE)
    session_tell_others(session);
  return code;
}

int command_export(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  if (session->options.all && arguments[0])
    return session_refuse(session, N_("either --all or a debrief, not both"), NULL);
  if (session->options.all)
    return export_all(session);
  OWNED(debrief) debrief = session_debrief(session, arguments[0], &code);
  if (!debrief)
    return code;
  g_autoptr(GString) text = write_debrief(session, debrief);
  return output_deliver(session, text);
}

/* ---- in ---- */

/* What is written by hand is known by what it says, so that it is not taken over twice. */
static void identify(struct session *session, struct debrief *debrief)
{
  if (answers_identity(debrief->answers))
    return;
  g_autoptr(GString) text = g_string_new(NULL);
  exchange_write(session->catalogue, debrief->answers, "", debrief->today, PRIVATE_INCLUDED, NULL,
                 text);
  g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text->str, -1);
  g_autofree char *identity = g_strdup_printf("f%.32s", sum);
  answers_set_identity(debrief->answers, identity);
}

static void free_debrief(gpointer debrief)
{
  debrief_free(debrief);
}

static gboolean read_file(struct session *session, const char *file, GPtrArray *debriefs, int *code)
{
  struct debrief *debrief = session_answers(session, file, code);
  if (!debrief)
    return FALSE;
  identify(session, debrief);
  g_ptr_array_add(debriefs, debrief);
  return TRUE;
}

/* The files of FOLDER, by name. GPtrArray of char *, which it frees; NULL if it is no folder. */
static GPtrArray *files_of(const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
  if (!dir)
    return NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
  for (const char *name; (name = g_dir_read_name(dir));)
    if (g_str_has_suffix(name, ".xml"))
      g_ptr_array_add(files, g_build_filename(folder, name, NULL));
  g_ptr_array_sort(files, text_compare);
  return files;
}

/* All debriefs of the files and folders that ARGUMENTS name; NULL, with *CODE, if one has errors.
 */
static GPtrArray *read_all(struct session *session, const char *const *arguments, int *code)
{
  g_autoptr(GPtrArray) debriefs = g_ptr_array_new_with_free_func(free_debrief);
  gboolean fine = TRUE;
  for (; *arguments && fine; arguments++) {
    g_autoptr(GPtrArray) files = files_of(*arguments);
    for (guint i = 0; files && i < files->len && fine; i++)
      fine = read_file(session, files->pdata[i], debriefs, code);
    if (!files)
      fine = read_file(session, paths_input(*arguments), debriefs, code);
  }
  return fine ? g_steal_pointer(&debriefs) : NULL;
}

/* What became of one debrief. */
struct transfer_outcome {
  gint64 id;
  enum { OUTCOME_NEW, OUTCOME_MORE, OUTCOME_SAME } what;
};

/* Brings what the journal has of debrief ID together with DEBRIEF. */
static gboolean merge(struct session *session, const struct debrief *debrief,
                      struct transfer_outcome *outcome, GError **error)
{
  struct journal *journal = session->journal;
  if (!journal_lock(journal, outcome->id, error))
    return FALSE;
  OWNED(answers) there = journal_load(journal, outcome->id, session->catalogue, NULL, error);
  g_autoptr(GPtrArray) damage = journal_take_damage(journal);
  if (!there)
    return FALSE;
  OWNED(answers) both = answers_copy(there);
  answers_merge(both, debrief->answers);
  gboolean same = answers_equal(there, both) && damage->len == 0;
  outcome->what = same ? OUTCOME_SAME : OUTCOME_MORE;
  return same ||
         journal_record_all(journal, outcome->id, session->catalogue, both, session->today, error);
}

static gboolean take(struct session *session, const struct debrief *debrief,
                     struct transfer_outcome *outcome, GError **error)
{
  *outcome = (struct transfer_outcome){0, OUTCOME_NEW};
  if (!journal_find(session->journal, answers_identity(debrief->answers), &outcome->id, error))
    return FALSE;
  if (outcome->id)
    return merge(session, debrief, outcome, error);
  outcome->id =
      journal_add(session->journal, session->catalogue, debrief->answers, session->today, error);
  return outcome->id != 0;
}

static gboolean take_all(struct session *session, const GPtrArray *debriefs, GArray *outcomes,
                         GError **error)
{
  if (!journal_begin_batch(session->journal, error))
    return FALSE;
  gboolean fine = TRUE;
  for (guint i = 0; i < debriefs->len && fine; i++) {
    struct transfer_outcome outcome;
    fine = take(session, debriefs->pdata[i], &outcome, error);
    g_array_append_val(outcomes, outcome);
  }
  return journal_end_batch(session->journal, fine, error);
}

static void tell(struct session *session, const struct transfer_outcome *outcome)
{
  static const char *const words[] = {
      [OUTCOME_NEW] = N_("This is debrief {1}; 'rebond plan {1}' shows what follows from it."),
      [OUTCOME_MORE] = N_("Debrief {1} tells more now; 'rebond plan {1}' shows what follows."),
      [OUTCOME_SAME] = N_("Debrief {1} tells all that already."),
  };
  g_autofree char *number = g_strdup_printf("%" G_GINT64_FORMAT, outcome->id);
  session_say(session, words[outcome->what], number, NULL);
}

/* All is read before anything is taken over, and all is taken over or nothing. */
int command_import(struct session *session, const char *const *arguments)
{
  int code = EXIT_FINE;
  g_autoptr(GError) error = NULL;
  if (!session_catalogue(session, &code) || !session_journal(session, FALSE, &code))
    return code;
  g_autoptr(GPtrArray) debriefs = read_all(session, arguments, &code);
  if (!debriefs)
    return code;
  if (debriefs->len == 0)
    return session_refuse(session, N_("there is no file to import in '{1}'"), arguments[0], NULL);
  g_autoptr(GArray) outcomes = g_array_new(FALSE, FALSE, sizeof(struct transfer_outcome));
  if (!take_all(session, debriefs, outcomes, &error))
    return session_fail(session, &error);
  for (guint i = 0; i < outcomes->len; i++)
    tell(session, &g_array_index(outcomes, struct transfer_outcome, i));
  return EXIT_FINE;
}
