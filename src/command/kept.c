/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was kept: the journal and its debriefs, for commands. */
#include <string.h>

#include "base/text.h"
#include "command/paths.h"
#include "command/session.h"

/* ---- the journal ---- */

static void put_notes(struct session *session, const GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    session_put(session, notes->pdata[i]);
}

/* Tells what the journal has noted about itself. */
static void tell_notes(struct session *session)
{
  g_autoptr(GPtrArray) warnings = journal_take_warnings(session->journal);
  g_autoptr(GPtrArray) damage = journal_take_damage(session->journal);
  put_notes(session, warnings);
  put_notes(session, damage);
  session->damaged |= damage->len > 0;
}

struct journal *session_journal(struct session *session, gboolean read_only, int *code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *file = paths_journal();
  if (session->journal)
    return session->journal;
  if (!file) {
    session_complain(
        session,
        N_("HOME, '{1}', is no folder to keep a journal in; set it to your own, or use "
           "--no-journal"),
        g_get_home_dir(), NULL);
    *code = EXIT_IO;
    return NULL;
  }
  session->journal = journal_open(file, read_only, session->translator, &error);
  if (session->journal)
    tell_notes(session);
  else
    *code = session_fail(session, &error);
  return session->journal;
}

/* ---- debriefs ---- */

void debrief_free(struct debrief *debrief)
{
  if (debrief->answers)
    answers_free(debrief->answers);
  g_free(debrief);
}

static void free_debrief(gpointer debrief)
{
  debrief_free(debrief);
}

GPtrArray *debrief_list_new(void)
{
  return g_ptr_array_new_with_free_func(free_debrief);
}

struct debrief *debrief_new(gint64 id, int today, struct answers *answers)
{
  struct debrief *debrief = g_new0(struct debrief, 1);
  *debrief = (struct debrief){.id = id, .today = today, .answers = answers};
  return debrief;
}

static struct debrief *load(struct session *session, const struct journal_entry *entry, int *code)
{
  const struct catalogue *catalogue = session_catalogue(session, code);
  if (!catalogue)
    return NULL;
  g_autoptr(GError) error = NULL;
  struct answers *answers = journal_load_entry(session->journal, entry, catalogue, NULL, &error);
  tell_notes(session);
  if (!answers)
    *code = session_fail(session, &error);
  return answers ? debrief_new(entry->id, session->today, answers) : NULL;
}

/* Hands LIST on; without one the person is told ERROR. */
static GPtrArray *told(struct session *session, GPtrArray *list, GError **error, int *code)
{
  tell_notes(session);
  if (!list)
    *code = session_fail(session, error);
  return list;
}

static GPtrArray *entries(struct session *session, const char *pack, int *code)
{
  g_autoptr(GError) error = NULL;
  return told(session, journal_list(session->journal, pack, &error), &error, code);
}

/* The entry of debrief ID; 0: the latest of the pack in use. A list of one, or none. */
static GPtrArray *entry_of(struct session *session, gint64 id, int *code)
{
  g_autoptr(GError) error = NULL;
  const char *pack = id ? NULL : session->catalogue->id;
  return told(session, journal_look(session->journal, pack, id, &error), &error, code);
}

static gboolean read_number(struct session *session, const char *argument, gint64 *number)
{
  guint64 read = 0;
  if (!g_ascii_string_to_unsigned(argument, 10, 1, G_MAXINT64, &read, NULL)) {
    session_refuse(session, N_("'{1}' is no debrief; 'rebond list' shows their numbers"), argument,
                   NULL);
    return FALSE;
  }
  *number = (gint64)read;
  return TRUE;
}

/* Of an entry that is damaged the pack is not known for sure. */
static gboolean is_of_pack(const struct session *session, const struct journal_entry *entry)
{
  return !entry->sound || g_str_equal(entry->pack, session->catalogue->id);
}

/* Says that there is none of the pack in use, and which other there is. The exit code. */
static int refuse_none(struct session *session)
{
  g_autoptr(GPtrArray) any = journal_look(session->journal, NULL, 0, NULL);
  const struct journal_entry *other = any && any->len ? g_ptr_array_index(any, 0) : NULL;
  if (other)
    return session_refuse(
        session, N_("there is no debrief of this pack, but of '{1}'; name its folder by --content"),
        other->pack, NULL);
  return session_refuse(session, N_("there is no debrief yet; 'rebond new' begins one"), NULL);
}

/* Says that there is no debrief NUMBER (NULL: none at all), unless that may be for damage, which
 * has been told. The exit code. */
static int refuse_unknown(struct session *session, const char *number)
{
  if (session->damaged)
    return EXIT_DAMAGED;
  if (number)
    return session_refuse(
        session, N_("there is no debrief {1}; 'rebond list' shows those there are"), number, NULL);
  return refuse_none(session);
}

/* What ENTRIES has, if anything, as NUMBER names it (NULL: the latest); NULL, with the person told
 * why, if it is not to be had. */
static const struct journal_entry *pick(struct session *session, const GPtrArray *entries,
                                        const char *number, int *code)
{
  const struct journal_entry *entry = entries->len ? g_ptr_array_index(entries, 0) : NULL;
  if (entry && is_of_pack(session, entry))
    return entry;
  *code = EXIT_USAGE;
  if (!entry)
    *code = refuse_unknown(session, number);
  else
    session_refuse(session,
                   N_("debrief {1} was made with the pack '{2}'; name its folder by --content"),
                   number, entry->pack, NULL);
  return NULL;
}

gint64 session_number(struct session *session, const char *argument, int *begun, int *code)
{
  gint64 number = 0;
  *code = EXIT_USAGE;
  if (!read_number(session, argument, &number))
    return 0;
  g_autoptr(GPtrArray) list = entry_of(session, number, code);
  const struct journal_entry *entry = list && list->len ? g_ptr_array_index(list, 0) : NULL;
  if (list && !entry)
    *code = refuse_unknown(session, argument);
  *begun = entry ? entry->begun : 0;
  return entry ? number : 0;
}

/* ---- by its subject ---- */

static gboolean is_about(struct session *session, const struct debrief *debrief, const char *words)
{
  OWNED(plan) plan = session_plan(session, debrief, FALSE);
  g_autofree char *subject = phrase_plain(plan->subject);
  g_autofree char *folded = text_fold(subject);
  return strstr(folded, words) != NULL;
}

/* Says that no debrief, or several of FOUND, are meant by WORDS. Always NULL. */
static struct debrief *refuse_words(struct session *session, const GPtrArray *found,
                                    const char *words, int *code)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated(1, g_free, TRUE);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add(names, session_name(session, g_ptr_array_index(found, i)));
  g_autofree char *list = tr_join(session->translator, (const char *const *)names->pdata);
  if (found->len)
    *code = session_refuse(session, N_("'{1}' may be {2}; please say more"), words, list, NULL);
  else
    *code = session_refuse(session, N_("'{1}' is no debrief; 'rebond list' shows their numbers"),
                           words, NULL);
  return NULL;
}

char *session_name(struct session *session, const struct debrief *debrief)
{
  OWNED(plan) plan = session_plan(session, debrief, FALSE);
  g_autofree char *subject = phrase_plain(plan->subject);
  return g_strdup_printf("%" G_GINT64_FORMAT " (%s)", debrief->id, subject);
}

static struct debrief *find_about(struct session *session, const char *words, int *code)
{
  g_autoptr(GPtrArray) all = session_debriefs(session, code);
  g_autoptr(GPtrArray) found = g_ptr_array_new();
  g_autofree char *folded = text_fold(words);
  guint at = 0;
  if (!all)
    return NULL;
  for (guint i = 0; i < all->len && *folded; i++)
    if (is_about(session, g_ptr_array_index(all, i), folded)) {
      g_ptr_array_add(found, g_ptr_array_index(all, i));
      at = i;
    }
  return found->len == 1 ? g_ptr_array_steal_index_fast(all, at)
                         : refuse_words(session, found, words, code);
}

struct debrief *session_debrief(struct session *session, const char *argument, int *code)
{
  gint64 number = 0;
  if (!session_catalogue(session, code) || !session_journal(session, TRUE, code))
    return NULL;
  if (argument && !g_ascii_string_to_unsigned(argument, 10, 0, G_MAXUINT64, NULL, NULL))
    return find_about(session, argument, code);
  if (argument && !read_number(session, argument, &number)) {
    *code = EXIT_USAGE;
    return NULL;
  }
  g_autoptr(GPtrArray) list = entry_of(session, number, code);
  const struct journal_entry *entry = list ? pick(session, list, argument, code) : NULL;
  return entry ? load(session, entry, code) : NULL;
}

struct debrief *session_previous(struct session *session, gint64 id, int *code)
{
  if (!session->journal)
    return NULL;
  g_autoptr(GPtrArray) list = entries(session, session->catalogue->id, code);
  const struct journal_entry *previous = NULL;
  for (guint i = 0; list && i < list->len; i++) {
    const struct journal_entry *entry = g_ptr_array_index(list, i);
    if ((!id || entry->id < id) && (!previous || entry->id > previous->id))
      previous = entry;
  }
  return previous ? load(session, previous, code) : NULL;
}

/* One that cannot be read hides no other. */
static gboolean load_all(struct session *session, const GPtrArray *list, session_take *take,
                         void *data, int *code)
{
  for (guint i = 0; i < list->len; i++) {
    const struct journal_entry *entry = g_ptr_array_index(list, i);
    if (!is_of_pack(session, entry)) {
      session->others++;
      continue;
    }
    struct debrief *debrief = load(session, entry, code);
    if (!debrief && *code != EXIT_DAMAGED)
      return FALSE;
    if (debrief)
      take(debrief, data);
    else
      session->damaged = TRUE;
  }
  return TRUE;
}

gboolean session_each(struct session *session, session_take *take, void *data, int *code)
{
  if (!session_catalogue(session, code) || !session_journal(session, TRUE, code))
    return FALSE;
  g_autoptr(GError) error = NULL;
  if (!journal_begin_reading(session->journal, &error)) {
    *code = session_fail(session, &error);
    return FALSE;
  }
  session->others = 0;
  g_autoptr(GPtrArray) list = entries(session, NULL, code);
  gboolean fine = list && load_all(session, list, take, data, code);
  journal_end_reading(session->journal);
  return fine;
}

static void keep(struct debrief *debrief, void *debriefs)
{
  g_ptr_array_add(debriefs, debrief);
}

GPtrArray *session_debriefs(struct session *session, int *code)
{
  g_autoptr(GPtrArray) debriefs = debrief_list_new();
  return session_each(session, keep, debriefs, code) ? g_steal_pointer(&debriefs) : NULL;
}

void session_tell_others(struct session *session)
{
  g_autofree char *count = g_strdup_printf("%u", session->others);
  if (session->others)
    session_complain(session,
                     N_("debriefs of other packs are not in it: {1}; --content names their folder"),
                     count, NULL);
}
