/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond check`: what is wrong in a pack, for the people who write it. */
#include <errno.h>
#include <unistd.h>

#include "base/date.h"
#include "base/rules.h"
#include "command/accept.h"
#include "command/checked.h"
#include "command/commands.h"
#include "command/json.h"
#include "command/output.h"
#include "command/paths.h"
#include "command/proving.h"
#include "command/tally.h"
#include "command/watch.h"
#include "effect/against.h"
#include "prove/goals.h"
#include "prove/witness.h"
#include "reader/catalogue_read.h"
#include "reader/translation.h"

static int explain(struct session *session, const char *rule)
{
  g_autoptr(GString) text = g_string_new(NULL);
  const char *nearest = NULL;
  gboolean all = g_str_equal(rule, "all");
  if (all)
    check_explain_all(session->translator, text);
  if (all || check_explain(rule, session->translator, text, &nearest))
    return output_deliver(session, text);
  if (nearest)
    return session_refuse(session, N_("unknown rule '{1}'; did you mean '{2}'?"), rule, nearest,
                          NULL);
  return session_refuse(session, N_("unknown rule '{1}'; 'rebond check --explain all' lists them"),
                        rule, NULL);
}

/* False, with the person told, if FILE cannot be read. */
static gboolean is_there(struct session *session, const char *file)
{
  if (access(file, R_OK) == 0)
    return TRUE;
  session_complain(session, N_("cannot open '{1}': {2}"), file, g_strerror(errno), NULL);
  return FALSE;
}

/* Whether FOLDER is in that of additions, or is it. */
static gboolean is_of_additions(const char *folder)
{
  g_autofree char *additions = paths_additions();
  g_autofree char *whole = g_canonicalize_filename(folder, NULL);
  return additions && g_str_has_prefix(whole, additions);
}

/* The same if there is no pack in FOLDER. */
static gboolean is_pack(struct session *session, const char *folder)
{
  g_autofree char *file = g_build_filename(folder, "pack.xml", NULL);
  if (!is_there(session, folder))
    return FALSE;
  if (g_file_test(file, G_FILE_TEST_EXISTS))
    return is_there(session, file);
  session_complain(session,
                   is_of_additions(folder)
                       ? N_("'{1}' holds additions to a pack; 'rebond check' without a folder "
                            "reads the pack with them")
                       : N_("'{1}' is no pack: it has no file called pack.xml, in small letters"),
                   folder, NULL);
  return FALSE;
}

/* The folder around FOLDER. Caller frees. */
static char *outer(const char *folder)
{
  return g_str_has_suffix(folder, "examples") ? g_path_get_dirname(folder)
                                              : g_build_filename(folder, "..", NULL);
}

/* The folder of the pack that PATH is, or is a file of: also one of its examples. Caller frees. */
static char *pack_folder(const char *path)
{
  g_autofree char *folder = g_strdup(path);
  for (guint up = 0; up < 2 && !g_file_test(folder, G_FILE_TEST_IS_DIR); up++) {
    g_autofree char *inside = g_steal_pointer(&folder);
    folder = g_path_get_dirname(inside);
  }
  g_autofree char *pack = g_build_filename(folder, "pack.xml", NULL);
  g_autofree char *whole = g_canonicalize_filename(folder, NULL);
  gboolean of_examples = g_str_has_suffix(whole, "/examples") && access(pack, R_OK) != 0;
  return of_examples ? outer(folder) : g_steal_pointer(&folder);
}

/* Lines and columns are null where they are not known. */
static void write_place(struct place place, const char *const *names, GString *out)
{
  json_add_text(out, names[0], place.file);
  json_add_count(out, names[1], place.line);
  json_add_count(out, names[2], place.line ? place.column : 0);
}

static void write_json(struct findings *findings, GString *out)
{
  static const char *const place[] = {"file", "line", "column"};
  static const char *const related[] = {"note_file", "note_line", "note_column"};
  findings_sort(findings);
  json_begin_list(out);
  for (guint i = 0; findings_get(findings, i); i++) {
    const struct finding *finding = findings_get(findings, i);
    const struct finding *next = findings_get(findings, i + 1);
    gboolean last = !next || next->place.file != finding->place.file;
    json_begin_object(out);
    write_place(finding->place, place, out);
    json_add_text(out, "severity", finding->rule->severity == SEVERITY_ERROR ? "error" : "warning");
    json_add_text(out, "rule", finding->rule->name);
    json_add_text(out, "message", finding->message);
    json_add_text(out, "note", finding->note);
    write_place(finding->related, related, out);
    json_add_number(out, "left_out", last ? findings_left_out(findings, finding->place.file) : 0);
    json_end_object(out);
  }
  json_end_list(out);
}

/* What the proofs could not decide because they were interrupted says nothing of the pack. */
static void forget_undecided(struct tally *tally, struct findings *findings)
{
  tally->interrupted = proving_interrupted();
  if (tally->interrupted)
    findings_drop(findings, &rules[RULE_UNDECIDED]);
}

static int verdict(struct session *session, struct findings *findings, const struct tally *tally,
                   const char *format)
{
  guint errors = findings_count(findings, SEVERITY_ERROR);
  guint warnings = findings_count(findings, SEVERITY_WARNING);
  g_autoptr(GString) text = g_string_new(NULL);
  gboolean json = g_str_equal(format, "json"), quiet = session->options.quiet;
  if (json)
    write_json(findings, text);
  else
    findings_print(findings, text);
  int code = EXIT_FINE;
  if (session->options.output)
    code = output_save(session, text, session->options.output);
  else
    fputs(text->str, session->out); /* not by pages: editors read along */
  if (!quiet && !(json && !session->options.output))
    tally_say(tally, session, findings);
  gboolean faulty = errors || (warnings && session->options.strict);
  if (tally->interrupted)
    return EXIT_INTERRUPTED;
  return code == EXIT_FINE && faulty ? EXIT_FAULTY : code;
}

/* Whether the pack at PATH is there; it has been checked then. */
static gboolean check_one(struct session *session, const char *path, const char *additions,
                          struct proving *proving, struct tally *tally, struct findings *findings)
{
  g_autofree char *folder = pack_folder(path);
  if (!is_there(session, path) || !is_pack(session, folder))
    return FALSE;
  struct catalogue *catalogue = checked_pack(folder, additions, proving, tally, findings);
  if (catalogue)
    catalogue_free(catalogue);
  return TRUE;
}

/* The person's own additions are held against the pack in use; a pack named by its path stands
 * alone. */
static int check_all(struct session *session, const char *const *paths, struct proving *proving)
{
  const char *format = output_format(session, command_find("check")->formats);
  if (!format)
    return EXIT_USAGE;
  OWNED(findings) findings = findings_new(session->translator);
  struct tally tally;
  tally_begin(&tally);
  proving_watch(proving);
  g_autofree char *additions = paths_additions();
  const char *const in_use[] = {session->content, NULL};
  gboolean named = paths[0] != NULL, missing = FALSE;
  for (const char *const *path = named ? paths : in_use; *path; path++)
    if (!check_one(session, *path, named ? NULL : additions, proving, &tally, findings))
      missing = TRUE;
  proving_unwatch(proving);
  forget_undecided(&tally, findings);
  int code = verdict(session, findings, &tally, format);
  tally_end(&tally);
  return missing ? EXIT_IO : code;
}

/* What --watch does at each saving. */
struct watched {
  const char *const *paths;
  struct proving *proving;
};

static int check_again(struct session *session, void *data)
{
  const struct watched *watched = data;
  int code = check_all(session, watched->paths, watched->proving);
  fputc('\n', session->out);
  return code;
}

/* The template for translators, of one pack. */
static int write_template(struct session *session, const char *folder)
{
  if (!is_pack(session, folder))
    return EXIT_IO;
  OWNED(findings) findings = findings_new(session->translator);
  OWNED(catalogue) catalogue = catalogue_read(folder, NULL, findings);
  if (session_findings(session, findings) || !catalogue)
    return EXIT_FAULTY;
  g_autofree char *day = date_to_iso(session->today);
  g_autofree char *date = g_strconcat(day, " 00:00+0000", NULL);
  g_autoptr(GString) text = g_string_new(NULL);
  translation_template(catalogue, date, text);
  return output_deliver(session, text);
}

/* The pack in FOLDER with ADDITIONS (or NULL), if it has no errors; else NULL, with *CODE, and its
 * findings on standard error. */
static struct catalogue *sound_pack(struct session *session, const char *folder,
                                    const char *additions, int *code)
{
  *code = EXIT_IO;
  if (!is_pack(session, folder))
    return NULL;
  *code = EXIT_FAULTY;
  OWNED(findings) findings = findings_new(session->translator);
  OWNED(catalogue) catalogue = catalogue_read(folder, additions, findings);
  if (catalogue && catalogue->whole)
    check_pack(catalogue,
               &(struct proof_options){.translator = session->translator, .today = session->today},
               findings);
  return session_findings(session, findings) ? NULL : g_steal_pointer(&catalogue);
}

static int write_witness(struct session *session, const char *folder, const char *additions,
                         struct proving *proving)
{
  int code;
  const char *id = session->options.witness, *nearest = NULL;
  OWNED(catalogue) catalogue = sound_pack(session, folder, additions, &code);
  if (!catalogue)
    return code;
  g_autoptr(GString) text = g_string_new(NULL);
  switch (witness_write(catalogue, id, proving_start(proving), text, &nearest)) {
  case WITNESS_WRITTEN:
    return output_deliver(session, text);
  case WITNESS_UNKNOWN:
    return nearest
               ? session_refuse(session, N_("there is no '{1}' in this pack; did you mean '{2}'?"),
                                id, nearest, NULL)
               : session_refuse(session, N_("there is no '{1}' in this pack"), id, NULL);
  case WITNESS_NONE:
    session_complain(session, N_("no answers lead to '{1}'"), id, NULL);
    return EXIT_FAULTY;
  default:
    session_complain(session,
                     N_("no answers that lead to '{1}' were found within the budget; a larger "
                        "--budget may help"),
                     id, NULL);
    return EXIT_FAULTY;
  }
}

static int write_formula(struct session *session, const char *folder, const char *additions,
                         struct proving *proving)
{
  int code;
  OWNED(catalogue) catalogue = sound_pack(session, folder, additions, &code);
  if (!catalogue)
    return code;
  g_autoptr(GString) text = g_string_new(NULL);
  goals_write(catalogue, proving_start(proving), text);
  return output_deliver(session, text);
}

/* One's own ADDITIONS (or NULL) go with both versions. */
static int write_effect(struct session *session, const char *folder, const char *additions,
                        struct proving *proving)
{
  int code;
  const char *old = session->options.against;
  OWNED(catalogue) before = sound_pack(session, old, additions, &code);
  OWNED(catalogue) after = before ? sound_pack(session, folder, additions, &code) : NULL;
  if (!after)
    return code;
  g_autoptr(GString) text = g_string_new(NULL);
  against_write((struct version){before, old}, (struct version){after, folder},
                proving_start(proving), text);
  return output_deliver(session, text);
}

/* --accept: proofs have nothing to do with it. */
static int write_accepted(struct session *session, const char *folder, const char *additions,
                          struct proving *proving)
{
  int code;
  OWNED(catalogue) catalogue = sound_pack(session, folder, additions, &code);
  return catalogue ? accept_examples(session, folder, catalogue, proving_start(proving)) : code;
}

/* Whether one thing alone is asked for: findings, whose form can be said, or one of those that take
 * their place. If not, the person has been told. */
static gboolean is_one_task(struct session *session)
{
  const struct options *options = &session->options;
  const struct {
    gboolean asked;
    const char *name;
  } tasks[] = {
      {options->rule != NULL, "--explain"},
      {options->pot, "--pot"},
      {options->dimacs, "--dimacs"},
      {options->witness != NULL, "--witness"},
      {options->against != NULL, "--against"},
      {options->accept, "--accept"},
      {options->watch, "--watch"},
      {options->format && !options->watch, "--format"},
  };
  const char *first = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS(tasks); i++) {
    if (tasks[i].asked && first) {
      session_refuse(session, N_("either {1} or {2}, not both"), first, tasks[i].name, NULL);
      return FALSE;
    }
    first = tasks[i].asked ? tasks[i].name : first;
  }
  return TRUE;
}

int command_check(struct session *session, const char *const *arguments)
{
  const struct options *options = &session->options;
  const char *pack = arguments[0] ? arguments[0] : session->content;
  struct proving proving;
  if (!is_one_task(session))
    return EXIT_USAGE;
  if (options->rule)
    return explain(session, options->rule);
  if (!proving_set(session, &proving))
    return EXIT_USAGE;
  if (!options->pot && !options->witness && !options->against && !options->dimacs &&
      !options->accept && !options->watch)
    return check_all(session, arguments, &proving);
  if (arguments[0] && arguments[1])
    return session_refuse(session,
                          N_("--pot, --witness, --against, --accept, --watch and --dimacs are for "
                             "one pack at a time"),
                          NULL);
  if (!is_there(session, pack))
    return EXIT_IO;
  g_autofree char *folder = pack_folder(pack);
  g_autofree char *additions = arguments[0] ? NULL : paths_additions();
  if (options->witness)
    return write_witness(session, folder, additions, &proving);
  if (options->watch)
    return watch_pack(session, folder, additions, check_again,
                      &(struct watched){arguments, &proving});
  if (options->accept)
    return write_accepted(session, folder, additions, &proving);
  if (options->against)
    return write_effect(session, folder, additions, &proving);
  return options->dimacs ? write_formula(session, folder, additions, &proving)
                         : write_template(session, folder);
}
