/* The filter in the address: what is chosen can be sent to others, and “back” undoes it. */

const filterFields = (form) => [...form.elements].filter((field) => field.name);

/* `facet:status` is `status` in the address, and its option `status:idee` is `idee`. */
const nameInAddress = (field) => (field.name === "search" ? "suche" : field.name.replace("facet:", ""));
const shortOption = (value) => value.slice(value.indexOf(":") + 1);
const saidBy = (field) => (field.options ? shortOption(field.value) : field.value.trim());

function addressOf(form) {
  const address = new URL(location.href);
  for (const field of filterFields(form)) {
    const said = saidBy(field);
    if (said) address.searchParams.set(nameInAddress(field), said);
    else address.searchParams.delete(nameInAddress(field));
  }
  return address;
}

/* The address of a part of the page, whatever is filtered at the moment. */
function addressOfPart(id) {
  const address = new URL(location.href);
  const form = document.querySelector("form.filter");
  for (const field of form ? filterFields(form) : []) address.searchParams.delete(nameInAddress(field));
  address.hash = encodeURIComponent(id);
  return address.href;
}

function takeFromAddress(form) {
  const asked = new URL(location.href).searchParams;
  for (const field of filterFields(form)) {
    const said = asked.get(nameInAddress(field)) ?? "";
    const option = said && [...(field.options ?? [])].find(({ value }) => shortOption(value) === said);
    field.value = field.options ? option?.value ?? "" : said;
  }
}

/* One step for “back” for each choice, and one for a whole word. */
function putIntoAddress(form, { typing = false, replace = false } = {}) {
  const address = addressOf(form).href;
  if (address === location.href) return;
  const again = replace || (typing && history.state?.typing);
  try {
    history[again ? "replaceState" : "pushState"]({ typing }, "", address);
  } catch {
    /* Some browsers do not let files do this; the filter works all the same. */
  }
}
