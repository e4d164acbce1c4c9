/* After the first screens the way to the top is always there. */
whenReady(() => {
  const link = document.querySelector(".to-top");
  if (!link) return;
  const float = () => link.classList.toggle("afloat", scrollY > 1.5 * innerHeight);
  addEventListener("scroll", float, { passive: true });
});
