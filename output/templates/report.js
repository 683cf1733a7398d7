"use strict";
// Sorting, filtering, searching and copying. Without it everything is there and readable all the same.
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const tools = document.querySelector("[data-tools]");
  if (tools) {
    tools.hidden = false;
    const rows = [...document.querySelectorAll("[data-rows] > tr")];
    const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));
    const shown = document.querySelector("[data-shown]");
    const filter = () => {
      const words = fold(tools.querySelector("input").value).split(/\s+/).filter(Boolean);
      const wanted = [...tools.querySelectorAll("select")].filter((one) => one.value !== "");
      let count = 0;
      for (const row of rows) {
        const fits =
          words.every((word) => texts.get(row).includes(word)) &&
          wanted.every((one) => (row.dataset[one.name] || "").split("\n").includes(one.value));
        row.hidden = !fits;
        count += fits ? 1 : 0;
      }
      shown.textContent = shown.dataset.shown.replace("{shown}", count).replace("{all}", rows.length);
    };
    tools.addEventListener("input", filter);
    tools.addEventListener("reset", () => setTimeout(filter));
    filter();
  }

  const table = document.querySelector("table.index");
  if (table) {
    const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
    table.querySelectorAll("thead th").forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        table.querySelectorAll("thead th").forEach((one) => one.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const body = table.tBodies[0];
        const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent.trim();
        const sorted = [...body.rows].sort((one, two) => compare(key(one), key(two)) * (down ? -1 : 1));
        body.append(...sorted);
      });
    });
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const source = document.getElementById(button.dataset.copy);
      const range = document.createRange();
      range.selectNodeContents(source);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      // The newer way to copy asks for a secure page, which a file on the disk is not everywhere.
      if (document.execCommand("copy")) {
        button.textContent = button.dataset.done;
      }
    });
  }
})();
