/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rebond preview`: a pack to be read, by the people who write it and their colleagues. */
#include "draw/preview.h"

#include "command/checked.h"
#include "command/commands.h"
#include "command/output.h"
#include "command/part.h"
#include "command/paths.h"
#include "command/watch.h"
#include "draw/preview_page.h"

/* ---- as text ---- */

static int write_text(struct session *session, const char *id)
{
  int code = EXIT_FINE;
  const struct item *part;
  if (!session_catalogue(session, &code))
    return code;
  if (!part_find(session, session->catalogue, id, &part))
    return EXIT_USAGE;
  const char *source = session->catalogue->language;
  struct preview_options options = {.translator = session->translator,
                                    .marks = !language_is(session->language, source),
                                    .width = output_width(session)};
  g_autoptr(GString) text = g_string_new(NULL);
  preview_write(session->catalogue, part, &options, text);
  return output_deliver(session, text);
}

/* ---- as a page ---- */

/* The languages of a pack, that in which it is written first; what each is taken from is kept. */
struct columns {
  GArray *languages; /* of struct preview_language */
  GPtrArray *opened; /* of struct language, which it frees */
};

static void free_language(gpointer language)
{
  language_free(language);
}

static void add_column(struct columns *columns, const char *tag,
                       const struct translator *translator)
{
  struct preview_language one = {tag, translator};
  g_array_append_val(columns->languages, one);
}

/* Catalogues are read anew for each page. */
static void open_columns(struct columns *columns, const struct session *session)
{
  const struct pack *pack = session->pack;
  g_autofree char *locale = paths_locale();
  g_auto(GStrv) codes = language_codes(locale, pack);
  columns->languages = g_array_new(FALSE, FALSE, sizeof(struct preview_language));
  columns->opened = g_ptr_array_new_with_free_func(free_language);
  add_column(columns, pack->language ? pack->language : "und", NULL);
  for (char **code = codes; *code; code++) {
    struct language *language = language_open(*code, locale, pack);
    g_ptr_array_add(columns->opened, language);
    add_column(columns, language_tag(language), language_pack(language));
  }
}

static void close_columns(struct columns *columns)
{
  g_array_free(columns->languages, TRUE);
  g_ptr_array_unref(columns->opened);
}

/* Labels in conditions are said in the language of the program. */
static void speak_alike(const struct session *session, struct catalogue *catalogue,
                        const struct columns *columns)
{
  const char *tag = language_tag(session->language);
  for (guint i = 0; i < columns->languages->len; i++) {
    const struct preview_language *one =
        &g_array_index(columns->languages, struct preview_language, i);
    if (g_str_equal(one->tag, tag))
      catalogue_translate(catalogue, one->translator);
  }
}

static int write_found(struct session *session, struct catalogue *catalogue,
                       const struct item *part, const struct tally *tally,
                       struct findings *findings)
{
  struct columns columns;
  open_columns(&columns, session);
  if (catalogue)
    speak_alike(session, catalogue, &columns);
  g_autofree char *summary = tally_words(tally, findings, session->translator);
  struct preview_page page = {.translator = session->translator,
                              .language = language_tag(session->language),
                              .languages = (struct preview_language *)columns.languages->data,
                              .language_count = columns.languages->len,
                              .findings = findings,
                              .summary = summary};
  g_autoptr(GString) text = g_string_new(NULL);
  preview_page_write(catalogue, part, &page, text);
  close_columns(&columns);
  return output_deliver(session, text);
}

/* The quick look of `rebond check`; a pack with errors gives a page of what is wrong. */
static int write_page(struct session *session, void *data)
{
  const char *id = data;
  struct proving proving;
  struct tally tally;
  const struct item *part = NULL;
  if (!proving_set(session, &proving))
    return EXIT_USAGE;
  proving.options.proofs = FALSE;
  tally_begin(&tally);
  OWNED(findings) findings = findings_new(session->translator);
  g_autofree char *additions = paths_additions();
  OWNED(catalogue)
  catalogue = checked_pack(session->content, additions, &proving, &tally, findings);
  int code = EXIT_USAGE;
  if (!catalogue || !catalogue->sound || part_find(session, catalogue, id, &part))
    code = write_found(session, catalogue, part, &tally, findings);
  if (session->options.watch && code == EXIT_FINE)
    tally_say(&tally, session, findings);
  tally_end(&tally);
  gboolean faulty = findings_count(findings, SEVERITY_ERROR) > 0;
  if (faulty && code == EXIT_FINE && !session->options.watch)
    session_findings(session, findings);
  return code == EXIT_FINE && faulty ? EXIT_FAULTY : code;
}

int command_preview(struct session *session, const char *const *arguments)
{
  int code = EXIT_IO;
  const char *format = output_format(session, command_find("preview")->formats);
  if (!format)
    return EXIT_USAGE;
  gboolean html = g_str_equal(format, "html"), watch = session->options.watch;
  if (watch && !(html && session->options.output))
    return session_refuse(session, N_("--watch keeps a page up to date: -o FILE.html"), NULL);
  if (!html)
    return write_text(session, arguments[0]);
  if (!session_pack(session, &code))
    return code;
  void *id = (void *)arguments[0];
  g_autofree char *additions = paths_additions();
  return watch ? watch_pack(session, session->content, additions, write_page, id)
               : write_page(session, id);
}
