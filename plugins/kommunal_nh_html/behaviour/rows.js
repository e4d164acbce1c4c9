/* Filters the lists of a page that has no projects but only lists of them. */
whenReady(() => {
  const form = document.querySelector("form.filter");
  const rows = all("tr[data-facets]");
  if (!form || rows.length === 0 || document.querySelector("article.project")) return;

  const tables = [...new Set(rows.map((row) => row.closest(".table-region")))];
  const outcome = form.querySelector("[role=status]");
  const show = (element, visible) => element.classList.toggle("filtered-out", !visible);
  const isShown = (element) => !element.classList.contains("filtered-out");

  function apply() {
    const words = wordsAsked(form);
    const facets = facetsAsked(form);
    for (const row of rows) {
      const own = row.dataset.facets.split(" ");
      const text = comparable(row.textContent);
      show(row, facets.every((one) => own.includes(one)) && words.every((one) => text.includes(one)));
    }
    for (const table of tables) show(table, all("tr[data-facets]", table).some(isShown));
    outcome.textContent = outcome.dataset.hits
      .replace("{treffer}", String(rows.filter(isShown).length))
      .replace("{anzahl}", String(rows.length));
  }

  startForm(form, apply);
});
