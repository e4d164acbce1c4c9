/* The field in the head of a page that leads to the search. */
whenReady(() => {
  const form = document.querySelector("form.site-search");
  if (form) form.hidden = false;
});

/* Words as they are compared: capitals, and letters of other alphabets' width, make no difference. */
const comparable = (text) => text.normalize("NFKC").toLocaleLowerCase("de");
const wordsAsked = (form) => comparable(form.elements.search.value).split(/\s+/).filter(Boolean);
const facetsAsked = (form) =>
  filterFields(form)
    .filter((field) => field.name !== "search" && field.value)
    .map((field) => field.value);

/* Starts a form that filters something: `apply` is called with every change. */
function startForm(form, apply) {
  const follow = () => {
    takeFromAddress(form);
    apply();
  };
  form.hidden = false;
  form.addEventListener("input", (event) => {
    apply();
    putIntoAddress(form, { typing: event.target === form.elements.search });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const field of filterFields(form)) field.value = "";
    apply();
    putIntoAddress(form);
  });
  window.addEventListener("popstate", follow);
  window.addEventListener("pageshow", follow);
  follow();
}
