/* Lists of projects that can be sorted: up, down, and back to the order of the report. */
whenReady(() => {
  const collator = new Intl.Collator(document.documentElement.lang || "de", { numeric: true });
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  /* Days by the calendar, and statuses in the order of the legend. */
  function keyOf(cell) {
    const words = cell?.textContent.trim() ?? "";
    const status = /\bstatus-(\d+)/.exec(cell?.querySelector(".mark")?.className ?? "");
    const day = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(words);
    if (status) return status[1];
    return day ? `${day[3]}-${day[2]}-${day[1]}` : words;
  }

  function compare(one, other, down) {
    if (!one || !other) return Number(!one) - Number(!other); // what is empty stands last
    return down ? collator.compare(other, one) : collator.compare(one, other);
  }

  function sorted(rows, place, direction) {
    if (direction === "none") return rows;
    const keys = new Map(rows.map((row) => [row, keyOf(row.cells[place])]));
    return [...rows].sort((one, other) => compare(keys.get(one), keys.get(other), direction === "descending"));
  }

  function makeSortable(table) {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const heads = all("thead th", table);

    function sort(head) {
      const direction = NEXT[head.getAttribute("aria-sort") ?? "none"];
      for (const one of heads) one.removeAttribute("aria-sort");
      if (direction !== "none") head.setAttribute("aria-sort", direction);
      body.append(...sorted(rows, head.cellIndex, direction));
    }

    for (const head of heads) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(head));
      head.append(button);
    }
  }

  const isList = (table) =>
    table.tHead && table.tBodies[0]?.rows.length > 2 && table.querySelector("tr[data-facets]");
  for (const table of all(".table-region > table").filter(isList)) makeSortable(table);
});
