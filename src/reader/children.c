/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Elements among the children of their parents, by the table. */
#include "reader/children.h"

#include <string.h>

#include "base/text.h"

static enum element_id lowest(element_set set)
{
  return (enum element_id)__builtin_ctzll(set);
}

/* ---- which element a tag is ---- */

element_set element_children(const struct element *parent)
{
  element_set set = 0;
  for (const struct child_rule *rule = parent->children; rule->elements; rule++)
    set |= rule->elements;
  return set;
}

/* The same in FRAME: in a group what may stand where it does, and once there is a member, its kind.
 */
static element_set allowed_in_frame(struct reader *reader, const struct frame *frame)
{
  if (!frame->element->groups)
    return element_children(frame->element);
  if (frame->met)
    return (element_set)1 << frame->last;
  element_set around = 0;
  const struct child_rule *rule = reader_frame(reader, 1)->element->children;
  for (; rule->elements; rule++)
    if (rule->elements >> frame->id & 1)
      around |= rule->elements;
  return element_children(frame->element) & around;
}

/* The element of this name, of those in ALLOWED if there is one; EL_COUNT if there is none at all.
 */
static enum element_id element_find(const char *name, element_set allowed)
{
  for (element_set rest = allowed; rest; rest &= rest - 1)
    if (strcmp(elements[lowest(rest)].name, name) == 0)
      return lowest(rest);
  for (enum element_id id = 0; id < EL_COUNT; id++)
    if (strcmp(elements[id].name, name) == 0)
      return id;
  return EL_COUNT;
}

gboolean child_excuse(struct frame *frame, const char *name)
{
  const struct child_rule *rules_of_element = frame->element->children;
  enum element_id id = element_find(name, element_children(frame->element));
  guint rule = 0;
  while (id < EL_COUNT && rules_of_element[rule].elements &&
         !(rules_of_element[rule].elements >> id & 1))
    rule++;
  gboolean may = id < EL_COUNT && rules_of_element[rule].elements;
  frame->excused |= may ? 1u << rule : 0;
  return may;
}

static const char *nearest_element(const char *name, element_set allowed)
{
  const char *names[EL_COUNT + 1];
  guint count = 0;
  for (enum element_id id = 0; id < EL_COUNT; id++)
    if (allowed >> id & 1)
      names[count++] = elements[id].name;
  names[count] = NULL;
  return text_nearest(name, names);
}

/* What the files are in which only ROOTS may be the root, and where others have their place. */
static const struct {
  element_set roots;
  const char *words;
} files[] = {
    {ROOTS_OF_PACK, N_("pack.xml holds one pack")},
    {ROOTS_OF_THEMES,
     N_("beside pack.xml a file holds one theme; an extend stands among your own additions, in "
        "~/.config/rebond/content/PACK-ID, and an example in examples")},
    {ROOTS_OF_ADDITIONS, N_("a file of your own additions holds one theme or one extend; an "
                            "example stands in the folder examples of a pack")},
    {ROOTS_OF_EXAMPLES,
     N_("a file of examples or answers holds one example; themes stand beside pack.xml")},
};

static void explain_roots(struct reader *reader)
{
  for (guint i = 0; i < G_N_ELEMENTS(files); i++)
    if (files[i].roots == reader->roots)
      findings_explain(reader->findings, tr(findings_translator(reader->findings), files[i].words));
}

/* The elements in which ID stands, by their names. Caller frees. */
static char *around_words(struct reader *reader, enum element_id id)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated(1, NULL, TRUE);
  for (enum element_id around = 0; around < EL_COUNT; around++)
    if (element_children(&elements[around]) >> id & 1 && !elements[around].groups)
      g_ptr_array_add(names, (gpointer)elements[around].name);
  return tr_join(findings_translator(reader->findings), (const char *const *)names->pdata);
}

/* Why ID is not where it stands in PARENT: in itself, most often its end lacks the stroke. */
static void explain_place(struct reader *reader, const struct element *parent, enum element_id id)
{
  const struct translator *translator = findings_translator(reader->findings);
  gboolean itself = strcmp(parent->name, elements[id].name) == 0;
  g_autofree char *around = itself ? g_strdup(parent->name) : around_words(reader, id);
  const char *pattern =
      itself ? N_("write </{1}> where the one before it ends") : N_("it has its place in {1}");
  g_autofree char *words = tr_fill(tr(translator, pattern), around, NULL);
  if (*around)
    findings_explain(reader->findings, words);
  if (itself)
    findings_relate(reader->findings, reader_frame(reader, 0)->place, N_("it was opened here"));
}

/* False unless what is called NAME is written as an attribute in PARENT (or NULL). */
static gboolean explain_attribute(struct reader *reader, const struct element *parent,
                                  const char *name)
{
  if (!parent || !attribute_named(parent, name))
    return FALSE;
  const char *pattern = N_("in '{2}' it is an attribute, {1}=\"…\"");
  g_autofree char *words =
      tr_fill(tr(findings_translator(reader->findings), pattern), name, parent->name, NULL);
  findings_explain(reader->findings, words);
  return TRUE;
}

static void report_misplaced(struct reader *reader, const struct element *parent,
                             enum element_id id, struct place place)
{
  g_autofree char *file = g_path_get_basename(place.file);
  const char *name = elements[id].name;
  reader_fault(reader, MISPLACED_ELEMENT, place, name, parent ? parent->name : file, NULL);
  if (!findings_kept(reader->findings))
    return;
  if (explain_attribute(reader, parent, name))
    return;
  if (parent)
    explain_place(reader, parent, id);
  else
    explain_roots(reader);
}

/* What people know from web pages, and how it is said here. */
static const struct {
  const char *tag, *instead;
} tags[] = {
    {"b", N_("what stands out is written <strong>…</strong>")},
    {"i", N_("what is stressed is written <em>…</em>")},
    {"u", N_("what is stressed is written <em>…</em>")},
    {"br", N_("a line is not broken by hand; a second p, step or remark begins a new one")},
    {"a", N_("a link is written <link href=\"https://…\">…</link>")},
    {"ul", N_("a list is written as one step, p or fact after the other")},
    {"ol", N_("a list is written as one step, p or fact after the other")},
    {"li", N_("a list is written as one step, p or fact after the other")},
    {"h1", N_("a heading is written <title>…</title>, and not everything has one")},
    {"h2", N_("a heading is written <title>…</title>, and not everything has one")},
    {"h3", N_("a heading is written <title>…</title>, and not everything has one")},
    {"img", N_("pictures cannot be shown; say it in words")},
    {"div", N_("leave it out; what belongs together stands in one theme")},
    {"html", N_("this is a web page, and no file of a pack")},
    {"input", N_("what is asked is written <question …>")},
    {"select", N_("what is asked is written <question …>")},
};

/* Which elements there are where one of another name stands. */
static void explain_allowed(struct reader *reader, element_set allowed)
{
  const char *names[EL_COUNT + 1] = {NULL};
  guint count = 0;
  for (; allowed; allowed &= allowed - 1)
    names[count++] = elements[lowest(allowed)].name;
  g_autofree char *list = tr_join(findings_translator(reader->findings), names);
  g_autofree char *words =
      tr_fill(tr(findings_translator(reader->findings), N_("here can stand {1}")), list, NULL);
  if (count)
    findings_explain(reader->findings, words);
}

/* Of what is not called as anything here, in FRAME or as a root. */
static void explain_tag(struct reader *reader, struct frame *frame, const char *name,
                        element_set allowed)
{
  if (!findings_kept(reader->findings) ||
      explain_attribute(reader, frame ? frame->element : NULL, name))
    return;
  for (guint i = 0; i < G_N_ELEMENTS(tags); i++)
    if (g_ascii_strcasecmp(tags[i].tag, name) == 0) {
      findings_explain(reader->findings,
                       tr(findings_translator(reader->findings), tags[i].instead));
      return;
    }
  const char *nearest = nearest_element(name, allowed);
  findings_suggest(reader->findings, nearest);
  if (frame && nearest) /* what stands there misspelt is not missing */
    child_excuse(frame, nearest);
  else if (!nearest)
    explain_allowed(reader, allowed);
}

/* The element that TAG is, if it may stand in FRAME (NULL: be a root); else EL_COUNT, and a
 * finding. */
static enum element_id element_met(struct reader *reader, const struct xml_tag *tag,
                                   struct frame *frame)
{
  const struct element *parent = frame ? frame->element : NULL;
  element_set allowed = frame ? allowed_in_frame(reader, frame) : reader->roots;
  const char *name = xml_tag_name(tag);
  struct place place = xml_tag_place(tag);
  if (!xml_tag_ours(tag)) {
    reader_fault(reader, FOREIGN_NAMESPACE, place, name, NULL);
    return EL_COUNT;
  }
  enum element_id id = element_find(name, allowed);
  if (id == EL_COUNT) {
    reader_fault(reader, UNKNOWN_ELEMENT, place, name, NULL);
    explain_tag(reader, frame, name, allowed);
  } else if (!(allowed >> id & 1)) {
    report_misplaced(reader, parent, id, place);
    id = EL_COUNT;
  }
  return id;
}

/* The rule by which ID stands in PARENT, which has only one for it. */
static guint rule_of(const struct element *parent, enum element_id id)
{
  guint rule = 0;
  while (!(parent->children[rule].elements >> id & 1))
    rule++;
  return rule;
}

/* Children of several rules may share one list, as options and what follows them do: it goes by the
 * first of these rules. */
static guint list_of(const struct element *parent, guint rule)
{
  guint first = 0;
  while (parent->children[first].offset != parent->children[rule].offset)
    first++;
  return first;
}

gboolean child_met(struct reader *reader, const struct xml_tag *tag, struct child *child)
{
  struct frame *frame = reader_frame(reader, 0);
  enum element_id id = element_met(reader, tag, frame);
  if (id == EL_COUNT)
    return FALSE;
  guint rule = frame ? rule_of(frame->element, id) : 0;
  *child = (struct child){id, rule, frame ? list_of(frame->element, rule) : 0};
  return TRUE;
}

/* ---- its place among them ---- */

void child_count(struct reader *reader, struct frame *parent, const struct child *child,
                 struct place place)
{
  guint rule = child->rule;
  const struct element *element = parent->element;
  if (!element->any_order && rule < parent->group) {
    reader_fault(reader, WRONG_ORDER, place, elements[child->id].name, elements[parent->last].name,
                 NULL);
  } else if (!element->children[rule].many && parent->met >> rule & 1) {
    reader_fault(reader, REPEATED_ELEMENT, place, elements[child->id].name, element->name, NULL);
  } else {
    parent->group = rule;
    parent->last = child->id;
  }
  parent->met |= 1u << rule;
}

void child_link(struct frame *parent, const struct child *child, void *object)
{
  gsize head = parent->element->children[child->rule].offset;
  guint list = child->list;
  if (head == NO_LIST)
    return;
  void *link = parent->linked >> list & 1
                   ? (char *)parent->tails[list] + elements[child->id].next_offset
                   : (char *)parent->object + head;
  *(void **)link = object;
  parent->tails[list] = object;
  parent->linked |= 1u << list;
}

/* Called with the group as the parent of the innermost frame. */
void child_place_group(struct reader *reader, enum element_id member)
{
  struct frame *group = reader_frame(reader, 1), *around = reader_frame(reader, 2);
  guint rule = rule_of(around->element, member);
  struct child child = {group->id, rule, list_of(around->element, rule)};
  child_count(reader, around, &child, group->place);
  child_link(around, &child, group->object);
}

/* The rules of which a child is needed, by the table or by the variant. */
static guint needed_children(const struct frame *frame)
{
  const struct variant *variant = frame->variant && frame->variant->needed ? frame->variant : NULL;
  const struct child_rule *rule = frame->element->children;
  guint needed = 0;
  for (guint bit = 1; rule->elements; rule++, bit <<= 1)
    if (rule->least || (variant && variant_needs(variant, rule)))
      needed |= bit;
  return needed;
}

void children_check(struct reader *reader, const struct frame *frame)
{
  guint missing = needed_children(frame) & ~frame->met & ~frame->excused;
  if (frame->stray_text) /* which is what is missing, without its tags */
    return;
  for (; missing; missing &= missing - 1) {
    const struct child_rule *rule = &frame->element->children[__builtin_ctz(missing)];
    element_set set = rule->elements & allowed_in_frame(reader, frame);
    reader_fault(reader, MISSING_ELEMENT, frame->place, frame->element->name,
                 elements[lowest(set)].name, NULL);
  }
}
