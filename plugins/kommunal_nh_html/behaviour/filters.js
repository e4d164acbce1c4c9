/* Filters the projects. Without this script the whole report is there; the form is hidden. */
(() => {
  const form = document.querySelector("form.filter");
  const projects = [...document.querySelectorAll("article.project")];
  const rows = [...document.querySelectorAll("tr[data-facets]")];
  const tables = [...document.querySelectorAll(".table-region:has(tr[data-facets])")];
  const sections = [...document.querySelectorAll("main section")];
  const outcome = form?.querySelector("[role=status]");
  const words = new WeakMap();

  const normal = (text) => text.normalize("NFKC").toLocaleLowerCase("de");
  const fields = () => [...form.elements].filter((field) => field.name);
  const isHidden = (element) => element.classList.contains("filtered-out");
  const show = (element, visible) => element.classList.toggle("filtered-out", !visible);

  /* What is asked for: words that must occur and facets that must be there. */
  function wanted() {
    const values = fields().map((field) => [field.name, field.value]);
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
  function projectOf(row) {
    const link = row.querySelector('a[href^="#"]');
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return target?.matches("article.project") ? target : null;
  }

  function rowMatches(row, want) {
    const project = projectOf(row);
    return project ? !isHidden(project) : matches(row, want);
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

  /* A link must lead somewhere, whatever the filter hides. */
  function revealTarget() {
    const target = document.querySelector(":target");
    if (!target?.closest(".filtered-out")) return;
    form.reset();
    target.scrollIntoView();
  }

  function startFilter() {
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      for (const field of fields()) field.value = "";
      apply();
    });
    window.addEventListener("hashchange", revealTarget);
    window.addEventListener("pageshow", apply);
    apply();
  }

  if (form && projects.length > 0) startFilter();
})();
