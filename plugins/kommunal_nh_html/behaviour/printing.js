/* Printing. */
(() => {
  /* Browsers that can not unfold by style sheet get help for printing. */
  function unfoldForPrinting() {
    let folded = [];
    window.addEventListener("beforeprint", () => {
      folded = [...document.querySelectorAll("details:not([open])")];
      for (const details of folded) details.open = true;
    });
    window.addEventListener("afterprint", () => {
      for (const details of folded) details.open = false;
    });
  }

  unfoldForPrinting();
})();
