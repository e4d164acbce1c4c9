// What the theme leaves out for those who use a keyboard or a screen reader.
document.addEventListener("DOMContentLoaded", () => {
  const german = document.documentElement.lang === "de";
  const names = {
    ".sidebar-drawer": german ? "Alle Seiten" : "All pages",
    ".toc-drawer": german ? "Auf dieser Seite" : "On this page",
    "#__navigation": german ? "Alle Seiten zeigen" : "Show all pages",
    "#__toc": german ? "Inhalt dieser Seite zeigen" : "Show the contents of this page",
    ".theme-toggle": german ? "Hell, dunkel oder automatisch" : "Light, dark or automatic",
  };
  for (const [selector, name] of Object.entries(names)) {
    for (const element of document.querySelectorAll(selector)) element.setAttribute("aria-label", name);
  }
  // What scrolls sideways must be reached by keyboard, and only then.
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const element of document.querySelectorAll(".table-wrapper, pre")) watcher.observe(element);
});
