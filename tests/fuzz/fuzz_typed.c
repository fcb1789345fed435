/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Fuzzes what people type: the first byte chooses the question and the language, the rest is the
 * line. What is understood and may stand is said again in words; where these can be brought back
 * into the line, they must mean the same.
 */
#include "base/text.h"
#include "command/messages.h"
#include "fuzz.h"
#include "terminal/typed.h"
#include "walk/exchange.h"

static struct messages *messages;

static const char *message(const struct translator *translator, const char *msgid)
{
  (void)translator;
  const char *found = messages_find(messages, msgid);
  return found ? found : msgid;
}

static const char *plural(const struct translator *translator, const char *singular,
                          const char *many, unsigned long n)
{
  (void)translator;
  const char *found = messages_find_plural(messages, singular, n);
  return found ? found : n == 1 ? singular : many;
}

static const struct translator french = {message, plural};

/* A walk to the end of an example that meets every kind of question. */
static const struct walk *told(void)
{
  static struct walk *walk;
  if (walk)
    return walk;
  OWNED(findings) findings = findings_new(NULL);
  OWNED(example) example = example_read(FUZZ_PACK "/examples/users-noticed.xml", findings);
  messages = messages_open(FUZZ_FRENCH);
  if (!example || !messages)
    abort();
  walk = walk_new(fuzz_catalogue(), exchange_read(fuzz_catalogue(), example, NULL, findings),
                  fuzz_today(), NULL);
  return walk;
}

/* Whether words for an answer to STEP can be brought back into the line (terminal/ask.c). */
static gboolean is_recalled(struct step step)
{
  const struct question *question = item_question(step.item);
  return !question || (question->kind != KIND_TEXT && question->kind != KIND_NOTE &&
                       question->kind != KIND_CHOICES);
}

static void check_recalled(struct step step, char **values, const struct translator *translator,
                           const char *language)
{
  struct voice voice = {.pass = walk_pass(told()), .translator = translator};
  g_autofree char *words = values_words(&voice, step, (const char *const *)values), *why = NULL;
  g_auto(GStrv) again = typed_read(voice.pass, step, words, translator, language, &why);
  if (!again || !g_strv_equal((const char *const *)again, (const char *const *)values))
    fuzz_fail("what is brought back is not what was said", values[0], again ? again[0] : why);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  const struct pass *pass = walk_pass(told());
  g_autoptr(GArray) path = walk_path(told());
  if (size == 0)
    return 0;
  struct step step = g_array_index(path, struct step, data[0] / 2 % path->len);
  const struct translator *translator = data[0] % 2 ? &french : NULL;
  const char *language = data[0] % 2 ? "fr" : "en";
  g_autofree char *text = text_clean((const char *)data + 1, (gssize)size - 1);
  g_autofree char *why = NULL, *why_not = NULL;
  g_auto(GStrv) values = typed_read(pass, step, text, translator, language, &why);
  if (!values != !!why)
    fuzz_fail("neither understood nor told why", text, why ? why : "");
  if (values && value_check(pass, step, (const char *const *)values, translator, &why_not) &&
      is_recalled(step))
    check_recalled(step, values, translator, language);
  return 0;
}
