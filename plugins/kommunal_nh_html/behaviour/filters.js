/* Filters the projects. Without this script the form is hidden. */
whenReady(() => {
  const form = document.querySelector("form.filter");
  const projects = all("article.project");
  if (!form || projects.length === 0) return;

  const rows = all("tr[data-facets]");
  const tables = all(".table-region").filter((region) => region.querySelector("tr[data-facets]"));
  const sections = all("main section");
  const outcome = form.querySelector("[role=status]");
  const words = new WeakMap();

  const normal = (text) => text.normalize("NFKC").toLocaleLowerCase("de");
  const isHidden = (element) => element.classList.contains("filtered-out");
  const show = (element, visible) => element.classList.toggle("filtered-out", !visible);

  /* What is asked for: words that must occur and facets that must be there. */
  function wanted() {
    const values = filterFields(form).map((field) => [field.name, field.value]);
    return {
      words: normal(form.elements.search.value).split(/\s+/).filter(Boolean),
      facets: values.filter(([name, value]) => name !== "search" && value).map(([, value]) => value),
    };
  }

  function wordsOf(element) {
    if (!words.has(element)) words.set(element, normal(element.textContent));
    return words.get(element);
  }

  function matches(element, want) {
    const facets = (element.dataset.facets ?? "").split(" ");
    return (
      want.facets.every((facet) => facets.includes(facet)) &&
      (want.words.length === 0 || want.words.every((word) => wordsOf(element).includes(word)))
    );
  }

  /* A row of a list is shown when the project is that it leads to. */
  function rowMatches(row, want) {
    const link = row.querySelector('a[href^="#"]');
    const project = link && targetOf(link);
    return project?.matches("article.project") ? !isHidden(project) : matches(row, want);
  }

  /* Sections and tables without any hit make room for those with hits. */
  function showParts(filtering) {
    const hit = "article.project:not(.filtered-out), tr[data-facets]:not(.filtered-out)";
    for (const part of [...tables, ...sections]) {
      show(part, !filtering || part.querySelector(hit) !== null);
    }
  }

  function apply() {
    const want = wanted();
    for (const project of projects) show(project, matches(project, want));
    for (const row of rows) show(row, rowMatches(row, want));
    showParts(want.words.length + want.facets.length > 0);
    const hits = projects.filter((project) => !isHidden(project)).length;
    outcome.textContent = outcome.dataset.hits
      .replace("{treffer}", String(hits))
      .replace("{anzahl}", String(projects.length));
  }

  function clear() {
    for (const field of filterFields(form)) field.value = "";
    apply();
  }

  /* A link must lead somewhere, whatever the filter hides. */
  function revealTarget() {
    const target = targetOf(location);
    if (!target?.closest(".filtered-out")) return;
    clear();
    putIntoAddress(form, { replace: true });
    target.scrollIntoView();
  }

  function followAddress() {
    takeFromAddress(form);
    apply();
    revealTarget();
  }

  /* On small screens the report comes first; the fields are one touch away. */
  function fold() {
    const fields = form.querySelector("details");
    const small = matchMedia("(max-width: 71.99rem)").matches;
    if (fields && small && !filterFields(form).some((field) => field.value)) fields.open = false;
  }

  form.hidden = false;
  form.addEventListener("input", (event) => {
    apply();
    putIntoAddress(form, { typing: event.target === form.elements.search });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    putIntoAddress(form);
  });
  window.addEventListener("popstate", followAddress);
  window.addEventListener("hashchange", revealTarget);
  window.addEventListener("pageshow", followAddress);
  followAddress();
  fold();
});
