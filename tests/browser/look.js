// Runs in a briefing and tells what it is like there.
(async () => {
  await Promise.all([...document.images].map((image) => image.decode()));
  const wide = [...document.querySelectorAll("body *")].filter((one) => {
    const scrolled = one.parentElement.closest(".view, .table, svg") || one.closest(".skip, caption");
    return !scrolled && one.getBoundingClientRect().right > innerWidth + 1;
  });
  const words = "main p, main li, main dt, main dd, main td, main th, main h1, main h2, footer p, nav a";
  const small = [...document.querySelectorAll(words)].filter(
    (one) => one.textContent.trim() && parseFloat(getComputedStyle(one).fontSize) < 12,
  );
  const told = (list) => list.slice(0, 5).map((one) => one.outerHTML.slice(0, 160));
  const found = await axe.run();
  return {
    width: innerWidth,
    scrolls: document.documentElement.scrollWidth - innerWidth,
    wide: told(wide),
    small: told(small),
    pictures: [...document.images].map((image) => image.naturalWidth),
    slides: document.querySelectorAll("section").length,
    faults: found.violations.map((fault) => `${fault.id}: ${fault.help}: ${fault.nodes[0].html.slice(0, 160)}`),
    checks: found.passes.length,
  };
})()
