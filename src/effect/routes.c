/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Examples and witnesses gathered, each once. */
#include "effect/routes.h"

#include "effect/invented.h"
#include "prove/witness.h"
#include "reader/catalogue_read.h"

/* So many people are invented for each version. */
#define INVENTED 500

struct route_gathering {
  const struct proof_options *options;
  struct routes *routes;
  GHashTable *known; /* from the text of a file, owned, to its route */
  gboolean before;
};

static void route_free(void *data)
{
  struct route *route = data;
  g_free(route->name);
  example_free(route->example);
  g_free(route);
}

/* Adds what TEXT, taken over, tells of the person NAME, taken over (NULL: it has a title). What
 * both versions have is in the names of the first. False if nothing is added. */
static gboolean add_route(struct route_gathering *gathering, char *text, char *name)
{
  OWNED(findings) ignored = findings_new(NULL);
  g_autofree char *owned = text, *given = name;
  struct route *known = g_hash_table_lookup(gathering->known, text);
  if (known) {
    known->both |= known->before != gathering->before;
    return FALSE;
  }
  OWNED(example) example = example_read_text(text, "", ignored);
  if (!example)
    return FALSE;
  struct route *route = g_new0(struct route, 1);
  route->name = given ? g_steal_pointer(&given) : g_strdup(example->title ? example->title : "…");
  route->example = g_steal_pointer(&example);
  route->before = gathering->before;
  g_ptr_array_add(gathering->routes->list, route);
  g_hash_table_insert(gathering->known, g_steal_pointer(&owned), route);
  return TRUE;
}

static void add_examples(const struct version *version, struct route_gathering *gathering)
{
  g_autofree char *folder = g_build_filename(version->directory, "examples", NULL);
  g_auto(GStrv) files = catalogue_files(folder, NULL, NULL);
  for (char **file = files; file && *file; file++) {
    char *text = NULL;
    if (g_file_get_contents(*file, &text, NULL, NULL))
      gathering->routes->examples += add_route(gathering, text, NULL);
  }
}

static void see_witness(const char *title, const char *text, void *data)
{
  struct route_gathering *gathering = data;
  GPtrArray *unfound = gathering->routes->unfound;
  if (text)
    gathering->routes->witnesses += add_route(gathering, g_strdup(text), g_strdup(title));
  else if (!g_ptr_array_find_with_equal_func(unfound, title, g_str_equal, NULL))
    g_ptr_array_add(unfound, g_strdup(title));
}

static void add_witnesses(const struct version *version, struct route_gathering *gathering)
{
  if (gathering->options->proofs)
    witness_visit(version->catalogue, gathering->options, see_witness, gathering);
}

/* Invented people are of no version, whatever the names they are told in. */
static void see_invented(const char *title, const char *text, void *data)
{
  struct route_gathering *gathering = data;
  GPtrArray *list = gathering->routes->list;
  if (!add_route(gathering, g_strdup(text), g_strdup(title)))
    return;
  ((struct route *)list->pdata[list->len - 1])->both = TRUE;
  gathering->routes->invented++;
}

static void add_invented(const struct version *version, struct route_gathering *gathering)
{
  invented_visit(version->catalogue, gathering->options, INVENTED, see_invented, gathering);
}

/* What one version alone has is told apart. */
static void mark_version(void *data, void *translator)
{
  struct route *route = data;
  const char *mark = route->before ? N_("{1} (as it was)") : N_("{1} (as it is now)");
  g_autofree char *name = route->name;
  route->name = route->both ? g_steal_pointer(&name) : tr_fill(tr(translator, mark), name, NULL);
}

struct routes *routes_new(struct version before, struct version after,
                          const struct proof_options *options)
{
  static void (*const sources[])(const struct version *version,
                                 struct route_gathering *gathering) = {add_examples, add_witnesses,
                                                                       add_invented};
  struct routes *routes = g_new0(struct routes, 1);
  routes->list = g_ptr_array_new_with_free_func(route_free);
  routes->unfound = g_ptr_array_new_with_free_func(g_free);
  g_autoptr(GHashTable) known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
  struct route_gathering gathering = {options, routes, known, TRUE};
  for (gsize i = 0; i < G_N_ELEMENTS(sources); i++) {
    gathering.before = TRUE;
    sources[i](&before, &gathering);
    gathering.before = FALSE;
    sources[i](&after, &gathering);
  }
  g_ptr_array_foreach(routes->list, mark_version, (gpointer)options->translator);
  return routes;
}

void routes_free(struct routes *routes)
{
  g_ptr_array_unref(routes->list);
  g_ptr_array_unref(routes->unfound);
  g_free(routes);
}
