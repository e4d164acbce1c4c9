/* Prepares tables for small screens, where each row is a card: see stacked.css. */
whenReady(() => {
  const ROLES = {
    table: "table",
    "thead, tbody": "rowgroup",
    tr: "row",
    "thead th": "columnheader",
    "tbody th": "rowheader",
    td: "cell",
  };

  /* As blocks, tables would be no tables any more to those who listen. */
  function keepRoles(table) {
    table.setAttribute("role", ROLES.table);
    for (const [selector, role] of Object.entries(ROLES).slice(1)) {
      for (const element of all(selector, table)) element.setAttribute("role", role);
    }
  }

  function nameCells(table, names) {
    for (const row of all("tbody tr", table)) {
      [...row.cells].forEach((cell, place) => {
        const words = cell.textContent.trim();
        if (words && names[place] && names[place] !== words) cell.dataset.label = names[place];
      });
    }
  }

  /* A name and two numbers have room side by side on every screen. */
  function isSmall(table) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    return heads.length < 4 && heads.slice(1).every((head) => head.matches(".end"));
  }

  /* Only what scrolls is a stop for the keyboard. */
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const region of all(".table-region, .chart-region")) observer.observe(region);

  for (const table of all(".table-region > table")) {
    const names = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent.trim());
    if (names.length < 3 || isSmall(table)) continue;
    table.classList.add("stacks");
    keepRoles(table);
    nameCells(table, names);
  }
});
