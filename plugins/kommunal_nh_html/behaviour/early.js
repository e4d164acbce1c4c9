/* The look that readers chose on an earlier visit, before anything is drawn. */
(() => {
  try {
    const theme = localStorage.getItem("kommunal-nh-theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  } catch {
    /* Some browsers keep nothing for files, or for those who do not want it. */
  }
})();
