/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of commands. */
#include "command/commands.h"

#include "command/keeping.h"

#define ANY G_MAXUINT

static const char *const formats_of_plans[] = {"markdown", "html", "ics", "text", NULL};
static const char *const formats_of_graphs[] = {"dot", "mermaid", NULL};
static const char *const formats_of_lists[] = {"text", "json", NULL};
static const char *const formats_of_previews[] = {"text", "html", NULL};
static const char *const formats_of_agenda[] = {"text", "ics", "json", NULL};

const struct command commands[] = {
    {.name = "",
     .arguments = "",
     .help = N_("begin, go on, or bring news; asks which"),
     .options = "format",
     .formats = keeping_names,
     .run = command_visit},
    {.name = "new",
     .arguments = "",
     .help = N_("begin a debrief"),
     .options = "format",
     .formats = keeping_names,
     .run = command_new},
    {.name = "resume",
     .arguments = N_("[DEBRIEF]"),
     .help = N_("go on with a debrief, or bring news of it"),
     .options = "format",
     .formats = keeping_names,
     .most = 1,
     .journal = TRUE,
     .run = command_resume},
    {.name = "list",
     .arguments = "",
     .help = N_("the debriefs, with the next date of each"),
     .options = "format output force private",
     .formats = formats_of_lists,
     .journal = TRUE,
     .run = command_list},
    {.name = "agenda",
     .arguments = "",
     .help = N_("what is due, over all debriefs"),
     .options = "format output force private",
     .formats = formats_of_agenda,
     .journal = TRUE,
     .run = command_agenda},
    {.name = "done",
     .arguments = N_("[DEBRIEF] ACTION…"),
     .help = N_("tick actions off"),
     .options = "undo on",
     .most = ANY,
     .journal = TRUE,
     .run = command_done},
    {.name = "move",
     .arguments = N_("[DEBRIEF] ACTION DAY"),
     .help = N_("put an action off to a day"),
     .options = "undo",
     .least = 1,
     .most = ANY,
     .journal = TRUE,
     .run = command_move},
    {.name = "draft",
     .arguments = N_("[DEBRIEF] [ACTION]"),
     .help = N_("a message of the plan, ready to copy"),
     .options = "fill edit output force",
     .most = 2,
     .journal = TRUE,
     .run = command_draft},
    {.name = "plan",
     .arguments = N_("[DEBRIEF]"),
     .help = N_("the plan as it stands today"),
     .options = "format output force private page answers",
     .formats = formats_of_plans,
     .most = 1,
     .run = command_plan},
    {.name = "lessons",
     .arguments = "",
     .help = N_("what keeps coming back, and ten lines to read before the next time"),
     .options = "before format output force private",
     .formats = formats_of_lists,
     .journal = TRUE,
     .run = command_lessons},
    {.name = "export",
     .arguments = N_("[DEBRIEF]"),
     .help = N_("a debrief's answers as a file, or all of them in a folder"),
     .options = "all output force private",
     .most = 1,
     .journal = TRUE,
     .run = command_export},
    {.name = "import",
     .arguments = N_("FILE…"),
     .help = N_("take debriefs over from such files or folders"),
     .least = 1,
     .most = ANY,
     .journal = TRUE,
     .run = command_import},
    {.name = "delete",
     .arguments = N_("DEBRIEF"),
     .help = N_("wipe a debrief from the disk"),
     .options = "force",
     .least = 1,
     .most = 1,
     .journal = TRUE,
     .run = command_delete},
    {.name = "check",
     .arguments = N_("[PATH…]"),
     .help = N_("read packs, run their examples, and say what is wrong"),
     .options = "explain pot dimacs strict quiet no-proofs budget witness against accept watch "
                "format output force",
     .formats = formats_of_lists,
     .most = ANY,
     .any_pack = TRUE,
     .run = command_check},
    {.name = "graph",
     .arguments = N_("[QUESTION]"),
     .help = N_("draw the pack, or what hangs on one question"),
     .options = "format output force no-proofs budget",
     .formats = formats_of_graphs,
     .most = 1,
     .run = command_graph},
    {.name = "preview",
     .arguments = N_("[QUESTION]"),
     .help = N_("show a question and its advice, or every text, without answering"),
     .options = "format output force watch",
     .formats = formats_of_previews,
     .most = 1,
     .run = command_preview},
    {.name = "try",
     .arguments = N_("[QUESTION]"),
     .help = N_("answer from one question on, with answers that lead there; nothing is kept"),
     .options = "budget",
     .most = 1,
     .run = command_try},
    {.run = NULL},
};

const struct command *command_find(const char *name)
{
  for (const struct command *command = commands; command->run; command++)
    if (g_str_equal(command->name, name))
      return command;
  return NULL;
}

gboolean command_takes(const struct command *command, const struct option_row *option)
{
  if (option->everywhere)
    return TRUE;
  g_auto(GStrv) names = g_strsplit(command->options ? command->options : "", " ", -1);
  return g_strv_contains((const char *const *)names, option->name);
}
