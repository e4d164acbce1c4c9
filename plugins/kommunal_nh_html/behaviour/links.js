/* A button at each project that copies the link to it. */
whenReady(() => {
  const model = fromTemplate("copy-link");
  if (!model) return;

  /* For browsers without a clipboard, such as for pages that do not come by https. */
  function copyBySelection(text) {
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyBySelection(text);
    }
  }

  async function copyLink(button, id) {
    const done = await copy(addressOfPart(id));
    if (!done) location.hash = encodeURIComponent(id);
    button.focus();
    say("");
    setTimeout(() => say(done ? button.dataset.done : button.dataset.failed), 50);
    if (!done) return;
    button.classList.add("done");
    setTimeout(() => button.classList.remove("done"), 2500);
  }

  for (const project of all("article.project[id]")) {
    const button = model.cloneNode(true);
    const heading = project.querySelector(":scope > :is(h2, h3, h4, h5, h6)");
    if (!heading) continue;
    button.setAttribute("aria-label", `${button.title}: ${heading.textContent}`);
    button.addEventListener("click", () => copyLink(button, project.id));
    heading.after(button);
  }
});
