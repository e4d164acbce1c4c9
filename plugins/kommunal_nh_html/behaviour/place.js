/* Marks in the contents what is being read, and unfolds the branch that it stands in. */
whenReady(() => {
  const nav = document.querySelector("nav.contents");
  if (!nav || !("IntersectionObserver" in window)) return;

  const links = new Map(
    all('a[href^="#"]', nav)
      .map((link) => [targetOf(link), link])
      .filter(([target]) => target),
  );
  const near = new Set();
  const unfolded = new Set();
  let current = null;

  const later = (one, other) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? other : one;

  function branchOf(link) {
    const branch = new Set();
    for (let one = link.closest("details:not(.all)"); one; one = one.parentElement.closest("details:not(.all)")) {
      branch.add(one);
    }
    return branch;
  }

  /* Nothing moves below the hands of those who are using the contents. */
  const inUse = () => nav.matches(":hover") || nav.contains(document.activeElement);

  function unfold(branch) {
    for (const details of unfolded) {
      if (branch.has(details)) continue;
      details.open = false;
      unfolded.delete(details);
    }
    for (const details of branch) {
      if (details.open) continue;
      details.open = true;
      unfolded.add(details);
    }
  }

  function bringIntoView(link) {
    const [line, frame] = [link, nav].map((one) => one.getBoundingClientRect());
    if (line.top >= frame.top && line.bottom <= frame.bottom) return;
    nav.scrollTop += line.top - frame.top - frame.height / 3;
  }

  function mark(link) {
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    current = link;
    if (inUse()) return;
    unfold(branchOf(link));
    bringIntoView(link);
  }

  function notice(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) near.add(target);
      else near.delete(target);
    }
    if (near.size > 0) mark(links.get([...near].reduce(later)));
  }

  const observer = new IntersectionObserver(notice, { rootMargin: "0px 0px -70% 0px" });
  for (const target of links.keys()) observer.observe(target);
});
