/* The search over all pages of a site. */
whenReady(() => {
  const list = document.querySelector("ol.found");
  const form = document.querySelector("form.filter");
  const pages = globalThis.kommunalNhPages;
  if (!list || !form || !pages) return;

  const AROUND = 90;
  const outcome = form.querySelector("[role=status]");
  const entries = pages.map((page) => {
    const [title, status, text] = [page.title, page.status ?? "", page.text].map(comparable);
    return { page, title, status, text };
  });

  /* What matches, with titles before texts. */
  function hits(words, facets) {
    const rank = (entry) => words.filter((word) => entry.title.includes(word)).length;
    return entries
      .filter(({ page }) => facets.every((facet) => page.facets.includes(facet)))
      .filter((entry) =>
        words.every((word) => [entry.title, entry.status, entry.text].some((text) => text.includes(word))),
      )
      .sort((one, other) => rank(other) - rank(one));
  }

  /* The words around the first place where one of those that were asked for stands. */
  function passage({ page, text }, words) {
    const places = words.map((word) => text.indexOf(word)).filter((place) => place >= 0);
    const place = places.length ? Math.min(...places) : 0;
    const start = place > AROUND ? page.text.indexOf(" ", place - AROUND) + 1 : 0;
    const end = page.text.lastIndexOf(" ", place + 2 * AROUND);
    const rest = page.text.length <= place + 2 * AROUND;
    return `${start ? "… " : ""}${page.text.slice(start, rest ? undefined : end)}${rest ? "" : " …"}`;
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function item(entry, words) {
    const link = element("a", entry.page.title);
    link.href = entry.page.address;
    const made = document.createElement("li");
    made.append(link);
    if (entry.page.status) made.append(element("span", entry.page.status, `mark ${entry.page.class}`));
    made.append(element("p", passage(entry, words)));
    return made;
  }

  function apply() {
    const words = wordsAsked(form);
    const facets = facetsAsked(form);
    const found = words.length + facets.length > 0 ? hits(words, facets) : [];
    list.replaceChildren(...found.map((entry) => item(entry, words)));
    const asked = words.length + facets.length > 0;
    outcome.textContent = asked ? list.dataset.hits.replace("{treffer}", String(found.length)) : "";
  }

  document.querySelector(".without-script")?.remove();
  startForm(form, apply);
});
