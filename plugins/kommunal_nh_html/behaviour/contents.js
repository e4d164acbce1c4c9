/* On small screens the report comes first; the contents are one touch away. */
whenReady(() => {
  const contents = document.querySelector("nav details.all");
  if (contents && matchMedia("(max-width: 71.99rem)").matches) contents.open = false;
});
