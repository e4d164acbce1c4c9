/* The switch between light and dark; early.js remembers it. */
whenReady(() => {
  const button = fromTemplate("theme-switch");
  const place = document.querySelector("body > header > div");
  if (!button || !place) return;

  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

  function tell() {
    button.setAttribute("aria-pressed", String(isDark()));
  }

  /* Whoever chooses what the system says follows the system again. */
  function choose(dark) {
    const theme = dark ? "dark" : "light";
    if (dark === system.matches) delete root.dataset.theme;
    else root.dataset.theme = theme;
    try {
      if (dark === system.matches) localStorage.removeItem("kommunal-nh-theme");
      else localStorage.setItem("kommunal-nh-theme", theme);
    } catch {
      /* Then it holds for this visit. */
    }
  }

  button.addEventListener("click", () => {
    choose(!isDark());
    tell();
  });
  system.addEventListener("change", tell);
  place.append(button);
  tell();
});
