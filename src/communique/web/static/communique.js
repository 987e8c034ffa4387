// Small comforts on top of pages that work without any script.

// "/" puts the cursor into the search field, as in most reading programs.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("search-words")?.focus();
  }
});

// On narrow screens the pages stand in a row that is longer than the window: show where we are.
const current = document.querySelector(".pages [aria-current]");
if (current) {
  const row = current.closest("ul");
  row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
}
