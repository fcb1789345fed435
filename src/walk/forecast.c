/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forecast as a net of what waits for what: a condition for the questions and defines that it
 * names. A question is known once it is behind, or ruled out; what then waits for nothing any more
 * is decided. All that became known is in one log, so that it can be taken back.
 */
#include "walk/forecast.h"

/* A theme, or a question or repeat in a theme, that has a condition. */
struct forecast_part {
  const struct item *item;
  guint theme;        /* index of its theme's part, or its own */
  guint question;     /* index of the first question in it */
  guint64 out;        /* once decided: steps ruled out, less those that its own parts rule out */
  guint64 out_inside; /* of a theme: steps that its parts rule out */
};

/* Where the forecast stood when a step was met. */
struct stand {
  guint64 out;     /* steps ruled out ahead */
  guint logged;    /* how many nodes were known */
  guint questions; /* how many questions are behind, */
  guint parts;     /* and how many parts */
};

struct graph_edge {
  guint from, to;
};

/* Nodes are numbered: the questions by index, one for all ticks, the defines, the parts. */
struct forecast {
  const struct catalogue *catalogue;
  const struct bounds *bounds;
  const struct pass *pass;
  GHashTable *defines; /* const struct define -> its node; for the making alone */
  GArray *parts;       /* of struct forecast_part, in document order */
  GArray *edges;       /* of struct graph_edge, by `from`: `to` waits for it */
  guint nodes;
  guint first_part;  /* its node */
  guint *first_edge; /* by node, and one more */
  guint *waits;      /* by node: for how many edges */
  gboolean *known;   /* by node */
  GArray *log;       /* of guint: the nodes known, in order */
  GArray *stands;    /* of struct stand, beside the met steps */
};

static struct forecast_part *part_at(const struct forecast *forecast, guint index)
{
  return &g_array_index(forecast->parts, struct forecast_part, index);
}

static const struct graph_edge *edge_at(const struct forecast *forecast, guint index)
{
  return &g_array_index(forecast->edges, struct graph_edge, index);
}

/* ---- making ---- */

struct waiting {
  struct forecast *forecast;
  guint node;
};

/* A tick may come at any time, so what waits for one is never known ahead. */
static guint ticks_node(const struct forecast *forecast)
{
  return forecast->catalogue->question_count;
}

static void wait_for_name(struct expression *expression, void *data)
{
  const struct waiting *waiting = data;
  const struct name *name = expression->name;
  struct graph_edge edge = {.to = waiting->node};
  if (name->kind == NAME_DEFINE)
    edge.from = GPOINTER_TO_UINT(g_hash_table_lookup(waiting->forecast->defines, name->define));
  else if (name->kind == NAME_QUESTION)
    edge.from = item_question(name->item)->index;
  else if (name->kind == NAME_REPEAT) /* over with its questions */
    edge.from = item_question(name->item->first)->index;
  else
    edge.from = ticks_node(waiting->forecast);
  g_array_append_val(waiting->forecast->edges, edge);
}

static void wait_for(struct forecast *forecast, const struct condition *condition, guint node)
{
  struct waiting waiting = {forecast, node};
  condition_names(condition, wait_for_name, &waiting);
}

static void add_defines(struct forecast *forecast)
{
  const struct define *define = forecast->catalogue->defines;
  for (; define; define = define->next) {
    wait_for(forecast, define->test, forecast->nodes);
    g_hash_table_insert(forecast->defines, (gpointer)define, GUINT_TO_POINTER(forecast->nodes++));
  }
}

/* The index of the first question from INDEX on that does not stand before ORDER. */
static guint question_from(const struct forecast *forecast, guint index, guint order)
{
  const struct catalogue *catalogue = forecast->catalogue;
  while (index < catalogue->question_count && catalogue->questions[index]->item.order < order)
    index++;
  return index;
}

static void add_part(struct forecast *forecast, const struct item *item)
{
  guint index = forecast->parts->len;
  const struct forecast_part *last = index ? part_at(forecast, index - 1) : NULL;
  if (!item->when || !bounds_weight(forecast->bounds, item))
    return;
  struct forecast_part part = {.item = item, .theme = index};
  part.question = question_from(forecast, last ? last->question : 0, item->order);
  if (last && item->parent && item->parent == part_at(forecast, last->theme)->item)
    part.theme = last->theme;
  g_array_append_val(forecast->parts, part);
  wait_for(forecast, item->when, forecast->nodes++);
}

static void add_parts(struct forecast *forecast)
{
  forecast->first_part = forecast->nodes;
  for (const struct item *theme = forecast->catalogue->themes; theme; theme = theme->next) {
    add_part(forecast, theme);
    for (const struct item *item = theme->first; item; item = item->next)
      add_part(forecast, item);
  }
}

static gint compare_edges(gconstpointer a, gconstpointer b)
{
  const struct graph_edge *one = a, *other = b;
  return one->from < other->from ? -1 : one->from > other->from;
}

static void index_edges(struct forecast *forecast)
{
  guint nodes = forecast->nodes, edge = 0;
  forecast->first_edge = g_new0(guint, nodes + 1);
  forecast->waits = g_new0(guint, nodes);
  forecast->known = g_new0(gboolean, nodes);
  g_array_sort(forecast->edges, compare_edges);
  for (guint node = 0; node <= nodes; node++) {
    forecast->first_edge[node] = edge;
    for (; edge < forecast->edges->len && edge_at(forecast, edge)->from == node; edge++)
      forecast->waits[edge_at(forecast, edge)->to]++;
  }
}

struct forecast *forecast_new(const struct catalogue *catalogue, const struct bounds *bounds,
                              const struct pass *pass)
{
  struct forecast *forecast = g_new0(struct forecast, 1);
  forecast->catalogue = catalogue;
  forecast->bounds = bounds;
  forecast->pass = pass;
  forecast->parts = g_array_new(FALSE, FALSE, sizeof(struct forecast_part));
  forecast->edges = g_array_new(FALSE, FALSE, sizeof(struct graph_edge));
  forecast->log = g_array_new(FALSE, FALSE, sizeof(guint));
  forecast->stands = g_array_new(FALSE, FALSE, sizeof(struct stand));
  forecast->nodes = catalogue->question_count + 1;
  forecast->defines = g_hash_table_new(NULL, NULL);
  add_defines(forecast);
  add_parts(forecast);
  index_edges(forecast);
  return forecast;
}

void forecast_free(struct forecast *forecast)
{
  g_hash_table_unref(forecast->defines);
  g_array_unref(forecast->parts);
  g_array_unref(forecast->edges);
  g_free(forecast->first_edge);
  g_free(forecast->waits);
  g_free(forecast->known);
  g_array_unref(forecast->log);
  g_array_unref(forecast->stands);
  g_free(forecast);
}

/* ---- knowing ---- */

static void know(struct forecast *forecast, guint node)
{
  if (forecast->known[node])
    return;
  forecast->known[node] = TRUE;
  g_array_append_val(forecast->log, node);
}

/* The order of what comes after ITEM with all inside it. */
static guint end_of(const struct forecast *forecast, const struct item *item)
{
  while (item && !item->next)
    item = item->parent;
  return item ? item->next->order : forecast->catalogue->item_count;
}

static void decide(struct forecast *forecast, struct forecast_part *part, guint64 *out)
{
  struct forecast_part *theme = part_at(forecast, part->theme);
  if (pass_holds(forecast->pass, part->item->when, 0) || (theme != part && theme->out))
    return;
  part->out = bounds_weight(forecast->bounds, part->item) - part->out_inside;
  if (theme != part)
    theme->out_inside += part->out;
  *out += part->out;
  guint end = question_from(forecast, part->question, end_of(forecast, part->item));
  for (guint i = part->question; i < end; i++)
    know(forecast, i);
}

static void undecide(const struct forecast *forecast, struct forecast_part *part)
{
  struct forecast_part *theme = part_at(forecast, part->theme);
  if (theme != part)
    theme->out_inside -= part->out;
  part->out = 0;
}

/* Decides what waits for nothing more once the nodes from FIRST on in the log are known. */
static void follow_log(struct forecast *forecast, guint first, guint64 *out)
{
  for (guint i = first; i < forecast->log->len; i++) {
    guint node = g_array_index(forecast->log, guint, i);
    if (node >= forecast->first_part)
      decide(forecast, part_at(forecast, node - forecast->first_part), out);
    for (guint e = forecast->first_edge[node]; e < forecast->first_edge[node + 1]; e++) {
      guint to = edge_at(forecast, e)->to;
      if (--forecast->waits[to] == 0)
        know(forecast, to);
    }
  }
}

static void forget_last(struct forecast *forecast)
{
  guint node = g_array_index(forecast->log, guint, forecast->log->len - 1);
  g_array_set_size(forecast->log, forecast->log->len - 1);
  for (guint e = forecast->first_edge[node]; e < forecast->first_edge[node + 1]; e++)
    forecast->waits[edge_at(forecast, e)->to]++;
  if (node >= forecast->first_part)
    undecide(forecast, part_at(forecast, node - forecast->first_part));
  forecast->known[node] = FALSE;
}

/* ---- following the pass ---- */

static struct stand last_stand(const struct forecast *forecast)
{
  guint count = forecast->stands->len;
  return count ? g_array_index(forecast->stands, struct stand, count - 1) : (struct stand){0};
}

/* True if nothing more can be said at QUESTION: a repeat must be over first. */
static gboolean is_behind(const struct question *question, struct step step)
{
  return question->item.order < step.item->order &&
         !(question->repeat && item_is_within(step.item, &question->repeat->item));
}

void forecast_meet(struct forecast *forecast, struct step step)
{
  const struct catalogue *catalogue = forecast->catalogue;
  struct stand stand = last_stand(forecast);
  guint known = forecast->log->len;
  if (!forecast->stands->len)
    for (guint node = ticks_node(forecast) + 1; node < forecast->nodes; node++)
      if (!forecast->waits[node])
        know(forecast, node);
  for (; stand.questions < catalogue->question_count; stand.questions++) {
    if (!is_behind(catalogue->questions[stand.questions], step))
      break;
    know(forecast, stand.questions);
  }
  follow_log(forecast, known, &stand.out);
  for (; stand.parts < forecast->parts->len; stand.parts++) {
    const struct forecast_part *part = part_at(forecast, stand.parts);
    if (part->item->order >= step.item->order)
      break;
    stand.out -= part->out;
  }
  stand.logged = forecast->log->len;
  g_array_append_val(forecast->stands, stand);
}

void forecast_rewind(struct forecast *forecast, guint index)
{
  g_array_set_size(forecast->stands, index);
  guint keep = last_stand(forecast).logged;
  while (forecast->log->len > keep)
    forget_last(forecast);
}

guint64 forecast_ruled_out(const struct forecast *forecast, guint index)
{
  return g_array_index(forecast->stands, struct stand, index).out;
}
