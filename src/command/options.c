/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of options and its reading by getopt_long. */
#include "command/options.h"

#include <getopt.h>
#include <string.h>

#include "base/text.h"

#define AT(field) G_STRUCT_OFFSET(struct options, field)

const struct option_row option_rows[] = {
    {"format", 0, FALSE, N_("NAME"),
     N_("the format of what is written; 'rebond help COMMAND' names those of a command"),
     AT(format)},
    {"output", 'o', FALSE, N_("FILE"),
     N_("write to FILE, not to the screen; its ending tells the format"), AT(output)},
    {"force", 'f', FALSE, NULL, N_("replace a file that is there"), AT(force)},
    {"private", 0, FALSE, NULL, N_("hold nothing private back"), AT(private)},
    {"page", 0, FALSE, NULL, N_("the page alone, without the details"), AT(page)},
    {"before", 0, FALSE, NULL, N_("only what to read before the next time, ten lines at most"),
     AT(before)},
    {"all", 0, FALSE, NULL, N_("all debriefs, into the new folder that --output names"), AT(all)},
    {"answers", 0, FALSE, N_("FILE"), N_("answers from FILE; the journal is left alone"),
     AT(answers)},
    {"fill", 0, FALSE, NULL, N_("fill the blanks of the message first"), AT(fill)},
    {"edit", 0, FALSE, NULL, N_("change the message in your editor, and keep it so"), AT(edit)},
    {"on", 0, FALSE, N_("DAY"), N_("the day on which it was done; today if not said"), AT(on)},
    {"undo", 0, FALSE, NULL, N_("take the tick off again"), AT(undo)},
    {"explain", 0, FALSE, N_("RULE"),
     N_("say what a rule means, with an example; 'all' lists the rules"), AT(rule)},
    {"pot", 0, FALSE, NULL, N_("write the texts to translate"), AT(pot)},
    {"dimacs", 0, FALSE, NULL, N_("write the formula that proofs rest on, for any solver"),
     AT(dimacs)},
    {"strict", 0, FALSE, NULL, N_("count warnings as errors"), AT(strict)},
    {"quiet", 'q', FALSE, NULL, N_("say what is wrong and nothing else"), AT(quiet)},
    {"no-proofs", 0, FALSE, NULL, N_("the quick look: prove nothing"), AT(no_proofs)},
    {"budget", 0, FALSE, N_("SECONDS"), N_("how long proofs may take a pack; 120 if not said"),
     AT(budget)},
    {"witness", 0, FALSE, N_("ID"), N_("write the answers that lead to a question or advice"),
     AT(witness)},
    {"against", 0, FALSE, N_("DIR"), N_("say what changes for people since the pack in DIR"),
     AT(against)},
    {"accept", 0, FALSE, NULL, N_("let the examples expect what they get now, once you said yes"),
     AT(accept)},
    {"watch", 0, FALSE, NULL, N_("check anew whenever a file has changed, until Ctrl-C"),
     AT(watch)},
    {"content", 0, TRUE, N_("DIR"), N_("the pack to use, instead of the one that came along"),
     AT(content)},
    {"lang", 0, TRUE, N_("LL"), N_("the language to speak"), AT(language)},
    {"today", 0, TRUE, N_("YYYY-MM-DD"), N_("take this day for today"), AT(today)},
    {"no-journal", 0, TRUE, NULL, N_("keep nothing on disk"), AT(no_journal)},
    {"help", 'h', TRUE, NULL, N_("say what there is, and stop"), AT(help)},
    {"version", 'V', TRUE, NULL, N_("say the version, and stop"), AT(version)},
    {0},
};

#define ROWS (G_N_ELEMENTS(option_rows) - 1)

#define KEEPS_FORMAT N_("keep plans as html, markdown or text, from now on")
#define HAS_NO_FORMAT N_("write to FILE, not to the screen")

static const struct {
  const char *command, *option, *help;
} own_helps[] = {
    {"", "format", KEEPS_FORMAT},
    {"new", "format", KEEPS_FORMAT},
    {"resume", "format", KEEPS_FORMAT},
    {"draft", "output", HAS_NO_FORMAT},
    {"export", "output", HAS_NO_FORMAT},
    {"plan", "format", N_("markdown, html, ics or text")},
    {"list", "format", N_("text or json")},
    {"agenda", "format", N_("text, ics or json")},
    {"lessons", "format", N_("text or json")},
    {"check", "format", N_("text or json")},
    {"graph", "format", N_("dot or mermaid")},
    {"preview", "format", N_("text or html")},
    {"preview", "watch", N_("write the page anew whenever a file has changed, until Ctrl-C")},
    {"check", "force", N_("replace a file that is there; accept without asking")},
    {"delete", "force", N_("do not ask")},
    {"move", "undo", N_("put it back on its own day")},
};

const char *option_help(const struct option_row *row, const char *command)
{
  for (gsize i = 0; i < G_N_ELEMENTS(own_helps); i++)
    if (g_str_equal(own_helps[i].command, command) && g_str_equal(own_helps[i].option, row->name))
      return own_helps[i].help;
  return row->help;
}

/* The same table as getopt_long wants it: a long option's value is its row, counted from 1. */
static void fill_getopt(struct option *longs, GString *letters)
{
  g_string_append(letters, ":");
  for (gsize i = 0; i < ROWS; i++) {
    int takes = option_rows[i].argument ? required_argument : no_argument;
    longs[i] = (struct option){option_rows[i].name, takes, NULL, (int)i + 1};
    if (option_rows[i].letter)
      g_string_append_printf(letters, "%c%s", option_rows[i].letter,
                             option_rows[i].argument ? ":" : "");
  }
  longs[ROWS] = (struct option){0};
}

static const struct option_row *row_of(int found)
{
  if (found <= (int)ROWS)
    return &option_rows[found - 1];
  for (gsize i = 0; i < ROWS; i++)
    if (option_rows[i].letter == found)
      return &option_rows[i];
  g_assert_not_reached();
}

static void store(struct parsed *parsed, const struct option_row *row, const char *value)
{
  g_ptr_array_add(parsed->rows, (gpointer)row);
  if (row->argument)
    G_STRUCT_MEMBER(const char *, &parsed->options, row->offset) = value;
  else
    G_STRUCT_MEMBER(gboolean, &parsed->options, row->offset) = TRUE;
}

/* FOUND is what getopt_long says of the option before its index: `:` lacks a value, `?` is wrong.
 */
static void complain(struct parsed *parsed, int found, char **arguments)
{
  if (parsed->problem)
    return;
  gboolean by_letter = optopt > (int)ROWS;
  if (by_letter)
    parsed->problem = g_strdup_printf("-%c", optopt);
  else
    parsed->problem = g_strdup(arguments[optind - 1]);
  if (found == ':')
    parsed->complaint = N_("'{1}' wants a value");
  else if (optopt && !by_letter)
    parsed->complaint = N_("'{1}': this option takes no value");
  else
    parsed->complaint = N_("unknown option '{1}'");
}

void options_parse(int argc, char **argv, struct parsed *parsed)
{
  struct option longs[ROWS + 1];
  g_autoptr(GString) letters = g_string_new(NULL);
  fill_getopt(longs, letters);
  *parsed = (struct parsed){.rows = g_ptr_array_new(),
                            .arguments = g_ptr_array_new_null_terminated(1, NULL, TRUE)};

  /* getopt_long sorts its arguments; those of the caller stay as they are. */
  g_autofree char **sorted = g_memdup2(argv, sizeof(char *) * ((gsize)argc + 1));
  int found;
  opterr = 0;
  optind = 0;
  while ((found = getopt_long(argc, sorted, letters->str, longs, NULL)) != -1) {
    if (found == '?' || found == ':')
      complain(parsed, found, sorted);
    else
      store(parsed, row_of(found), optarg);
  }
  for (int i = optind; i < argc; i++)
    g_ptr_array_add(parsed->arguments, sorted[i]);
}

void parsed_clear(struct parsed *parsed)
{
  g_ptr_array_free(parsed->rows, TRUE);
  g_ptr_array_free(parsed->arguments, TRUE);
  g_free(parsed->problem);
}

/* That of the letter in WORD ("-v") as a capital or as a small one. */
static char *suggest_letter(const char *word)
{
  for (gsize i = 0; i < ROWS; i++)
    if (option_rows[i].letter && g_ascii_tolower(option_rows[i].letter) == g_ascii_tolower(word[1]))
      return g_strdup_printf("-%c", option_rows[i].letter);
  return NULL;
}

char *options_suggest(const char *word)
{
  if (!g_str_has_prefix(word, "--"))
    return suggest_letter(word);
  const char *names[ROWS + 1] = {0};
  for (gsize i = 0; i < ROWS; i++)
    names[i] = option_rows[i].name;
  while (*word == '-')
    word++;
  g_autofree char *bare = g_strndup(word, strcspn(word, "="));
  const char *nearest = text_nearest(bare, names);
  return nearest ? g_strconcat("--", nearest, NULL) : NULL;
}

char *options_beginning(const char *word, const struct translator *translator)
{
  if (!g_str_has_prefix(word, "--"))
    return NULL;
  const char *found[ROWS + 1] = {0};
  guint count = 0;
  word += strspn(word, "-");
  g_autofree char *bare = g_strndup(word, strcspn(word, "="));
  for (gsize i = 0; i < ROWS && *bare; i++)
    if (g_str_has_prefix(option_rows[i].name, bare))
      found[count++] = option_rows[i].name;
  if (count < 2)
    return NULL;
  g_auto(GStrv) dashed = g_new0(char *, count + 1);
  for (guint i = 0; i < count; i++)
    dashed[i] = g_strconcat("--", found[i], NULL);
  return tr_join(translator, (const char *const *)dashed);
}

char *option_usage(const struct option_row *row, const struct translator *translator)
{
  GString *usage = g_string_new(NULL);
  if (row->letter)
    g_string_append_printf(usage, "-%c, ", row->letter);
  g_string_append_printf(usage, "--%s", row->name);
  if (row->argument)
    g_string_append_printf(usage, "=%s", tr(translator, row->argument));
  return g_string_free(usage, FALSE);
}
