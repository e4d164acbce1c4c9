/* After the first screens the way to the top is always there; it never lies on words of the footer. */
whenReady(() => {
  const link = document.querySelector(".to-top");
  if (!link) return;
  const atEnd = () => link.closest("footer").getBoundingClientRect().top < innerHeight;
  const float = () => link.classList.toggle("afloat", scrollY > 1.5 * innerHeight && !atEnd());
  addEventListener("scroll", float, { passive: true });
});
